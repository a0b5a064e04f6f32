"""Meetings and their points, in the smallest valid record of each kind."""

import factory

from cases.agenda.models import AgendaPoint, Meeting, PointKind
from tests.factories.cases import MONDAY
from tests.factories.clusters import UserFactory


class MeetingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Meeting
        django_get_or_create = ("held_on",)

    held_on = MONDAY.date()
    opened_by = factory.SubFactory(UserFactory)


class PointFactory(factory.django.DjangoModelFactory):
    """A point that was ticked off; ``agreed=True`` makes one with an agreement."""

    class Meta:
        model = AgendaPoint

    class Params:
        agreed = factory.Trait(
            agreement=factory.Sequence(lambda n: f"Wij zoeken dit uit, nummer {n}."),
            owner=factory.SubFactory(UserFactory),
        )

    meeting = factory.SubFactory(MeetingFactory)
    kind = PointKind.UNANSWERED
    object_id = factory.Sequence(lambda n: 900_000 + n)
    ticked_at = MONDAY
    ticked_by = factory.SubFactory(UserFactory)
