"""Linking pins, in the smallest valid record."""

import uuid
from datetime import timedelta

import factory

from cases.liaisons.models import Liaison, LiaisonKind
from tests.factories.cases import MONDAY
from tests.factories.clusters import TeamFactory, UserFactory


class LiaisonFactory(factory.django.DjangoModelFactory):
    """Somebody of the JGZ since Monday, looked at again half a year later."""

    class Meta:
        model = Liaison

    submission_key = factory.LazyFunction(uuid.uuid4)
    team = factory.SubFactory(TeamFactory)
    kind = LiaisonKind.JGZ
    name = factory.Sequence(lambda n: f"Pin {n}")
    organisation = "JGZ Haven"
    valid_from = MONDAY.date()
    review_by = MONDAY.date() + timedelta(days=182)
    changed_at = MONDAY
    changed_by = factory.SubFactory(UserFactory)
