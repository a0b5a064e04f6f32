"""Who sees what was handed out, and what the database refuses (UD-5, UD-8)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from cases.handout.models import HandOut
from tests.factories.cases import MONDAY
from tests.factories.handout import HandedPieceFactory, HandOutFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def test_only_who_steers_the_team_sees_it(cast, noord):
    made = HandOutFactory(team=noord)

    assert HandOut.objects.visible_to(cast.team_manager).get() == made
    others = (cast.outsider, cast.team_worker, cast.general_manager, cast.contact_centre)
    assert not any(HandOut.objects.visible_to(person).exists() for person in others)


def test_a_day_and_not_a_second_longer():
    made = HandOutFactory()
    day = timedelta(hours=24)

    assert made.can_be_undone(MONDAY + day)
    assert not made.can_be_undone(MONDAY + day + timedelta(seconds=1))


@pytest.mark.parametrize("fault", [{"why": "ziek"}, {"undone_at": MONDAY}])
def test_no_other_reason_and_no_undoing_by_nobody(fault):
    made = HandOutFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        HandOut.objects.filter(pk=made.pk).update(**fault)


def test_a_piece_is_in_it_once():
    piece = HandedPieceFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        HandedPieceFactory(handout=piece.handout, kind=piece.kind, number=piece.number)
