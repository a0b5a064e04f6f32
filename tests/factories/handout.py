"""Work that was handed out, in the smallest valid record."""

import factory
from django.utils import timezone

from cases.handout.models import HandedPiece, HandOut, Why
from tests.factories.clusters import TeamFactory, UserFactory


class HandOutFactory(factory.django.DjangoModelFactory):
    """Just now, of somebody who is away; nothing in it yet."""

    class Meta:
        model = HandOut

    person = factory.SubFactory(UserFactory)
    team = factory.SubFactory(TeamFactory)
    why = Why.AWAY
    at = factory.LazyFunction(timezone.now)
    by = factory.SubFactory(UserFactory)


class HandedPieceFactory(factory.django.DjangoModelFactory):
    """A callback that went to a colleague."""

    class Meta:
        model = HandedPiece

    handout = factory.SubFactory(HandOutFactory)
    kind = "terugbellen"
    number = factory.Sequence(int)
    reference = factory.Sequence(lambda n: f"TB-{n:06d}")
    to = factory.SubFactory(UserFactory)
