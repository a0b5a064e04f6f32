"""Consents, in the smallest valid record; words are sealed like the act does."""

import uuid
from typing import Any

import factory

from cases.models import Consent, DataCategory, InvolvedProfessional, RecipientKind, SharingGround
from tests.factories.cases import MONDAY, ResidentFactory
from tests.factories.clusters import UserFactory


class RecipientKindFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = RecipientKind
        django_get_or_create = ("code",)

    code = "huisarts"
    label = "Huisarts"
    position = 1
    needs_explicit = True


class DataCategoryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = DataCategory
        django_get_or_create = ("code",)

    code = "contactgegevens"
    label = "Naam en contactgegevens"
    position = 1


class GroundFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SharingGround
        django_get_or_create = ("code",)

    code = "uitdrukkelijk"
    label = "Uitdrukkelijke toestemming"
    position = 1
    is_consent = True
    is_explicit = True


class ConsentFactory(factory.django.DjangoModelFactory):
    """Given by the resident on Monday, without an end."""

    class Meta:
        model = Consent
        skip_postgeneration_save = True

    resident = factory.SubFactory(ResidentFactory)
    submission_key = factory.LazyFunction(uuid.uuid4)
    recipient_kind = factory.SubFactory(RecipientKindFactory)
    ground = factory.SubFactory(GroundFactory)
    given_by = "resident"
    way = "oral"
    given_on = MONDAY.date()
    valid_from = factory.SelfAttribute("given_on")
    recorded_at = MONDAY
    recorded_by = factory.SubFactory(UserFactory)
    words = factory.LazyAttribute(
        lambda row: Consent(submission_key=row.submission_key).sealed(
            "words", {"recipient": "Praktijk Haven", "representative": "", "why": ""}
        )
    )

    @factory.post_generation
    def categories(self, create: bool, codes: Any, **kwargs: Any) -> None:
        """The data it is about: codes of the list."""
        self.categories.set([DataCategoryFactory(code=code) for code in codes or ["hulpvraag"]])


class ProfessionalFactory(factory.django.DjangoModelFactory):
    """A huisarts since Monday, whom nobody may contact yet."""

    class Meta:
        model = InvolvedProfessional

    resident = factory.SubFactory(ResidentFactory)
    submission_key = factory.LazyFunction(uuid.uuid4)
    kind = factory.SubFactory(RecipientKindFactory)
    valid_from = MONDAY.date()
    words = factory.LazyAttribute(
        lambda row: InvolvedProfessional(submission_key=row.submission_key).sealed(
            "words", {"name": "D. Dokter", "organisation": "", "phone": "", "email": ""}
        )
    )
