"""The hourly task, run twice (UD-9)."""

from datetime import timedelta

import pytest

from cases.handout.models import RETENTION, HandedPiece, HandOut
from cases.handout.tasks import empty_old_hand_outs
from tests.factories.cases import MONDAY
from tests.factories.handout import HandedPieceFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def test_only_what_is_over_its_time_is_gone():
    HandedPieceFactory(handout__at=MONDAY - RETENTION - timedelta(seconds=1))
    kept = HandedPieceFactory(handout__at=MONDAY - RETENTION)

    assert (empty_old_hand_outs(), empty_old_hand_outs()) == (1, 0)
    assert HandedPiece.objects.get() == kept
    assert HandOut.objects.get() == kept.handout
