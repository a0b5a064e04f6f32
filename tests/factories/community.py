"""Organisations and offers, in the smallest valid record of each kind."""

import uuid
from datetime import timedelta
from typing import Any

import factory

from cases.community.models import (
    Offer,
    OfferAudience,
    OfferCost,
    OfferKind,
    OfferTerm,
    Organisation,
    OrganisationKind,
)
from cases.community.searching import terms_of
from cases.intakes.models import LifeDomain
from tests.factories.cases import MONDAY
from tests.factories.clusters import UserFactory


class LifeDomainFactory(factory.django.DjangoModelFactory):
    """One leefgebied; there is one of each code."""

    class Meta:
        model = LifeDomain
        django_get_or_create = ("code",)

    code = "netwerk"
    label = factory.LazyAttribute(lambda row: row.code.capitalize())
    position = 1


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation

    submission_key = factory.LazyFunction(uuid.uuid4)
    name = factory.Sequence(lambda n: f"Buurthuis {n}")
    kind = OrganisationKind.RESIDENTS
    changed_at = MONDAY
    changed_by = factory.SubFactory(UserFactory)


class OfferFactory(factory.django.DjangoModelFactory):
    """Something for everybody in the whole city; ``topics`` and ``clusters`` are its lists."""

    class Meta:
        model = Offer
        skip_postgeneration_save = True

    submission_key = factory.LazyFunction(uuid.uuid4)
    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda n: f"Aanbod nummer {n}")
    description = "Elke week op dezelfde dag."
    kind = OfferKind.INFORMAL
    audience = OfferAudience.EVERYBODY
    cost = OfferCost.FREE
    review_by = MONDAY.date() + timedelta(days=90)
    owner = factory.SubFactory(UserFactory)
    changed_at = MONDAY
    changed_by = factory.SelfAttribute("owner")

    class Params:
        stopped = factory.Trait(
            is_active=False,
            stopped_at=MONDAY,
            stopped_by=factory.SelfAttribute("owner"),
            stop_reason="Het buurthuis is dicht.",
        )

    @factory.post_generation
    def topics(self, create: bool, extracted: Any, **kwargs: object) -> None:
        """What it is about; contacts with people unless told otherwise."""
        if create:
            codes = ["netwerk"] if extracted is None else extracted
            self.topics.set([LifeDomainFactory(code=code) for code in codes])

    @factory.post_generation
    def clusters(self, create: bool, extracted: Any, **kwargs: object) -> None:
        """Where it is; nowhere in particular is the whole city."""
        if create:
            self.clusters.set(extracted or [])

    @factory.post_generation
    def words(self, create: bool, extracted: object, **kwargs: object) -> None:
        """The words by which it is found, as the service makes them."""
        if create:
            found = terms_of(self.name, self.organisation.name, self.description)
            OfferTerm.objects.bulk_create(
                OfferTerm(offer=self, term=term, weight=weight) for term, weight in found.items()
            )
