"""The demo city has signals in every kind, without a word of them in a notice."""

from collections import Counter

import pytest

from cases.models import OutreachAttempt, Signal
from cases.signals.figures import SMALLEST, trend
from clusters.models import Notice, User
from tests.cases.demo.conftest import NOW

pytestmark = pytest.mark.usefixtures("city")


def test_there_are_new_tried_late_cleared_and_ended_ones_and_one_emptied():
    rows = Signal.objects.all()

    states = Counter(rows.values_list("state", flat=True))
    assert (states["open"], states["taken"], states["cleared"]) == (2, 4, 3)
    assert set(rows.values_list("outcome", flat=True)) >= {"unreached", "vt", "file", "nothing"}
    assert rows.selected("te-laat", NOW).count() == 2
    assert rows.exclude(emptied_at=None).count() == 2
    assert OutreachAttempt.objects.exists()
    notices = Notice.objects.filter(dedup_key__startswith="signal:")
    assert notices.exists()
    for row in rows.filter(emptied_at=None):
        assert not notices.filter(text__contains=row.words["what"]).exists()


def test_there_is_a_trend_with_numbers_large_enough_to_show():
    steering = User.objects.filter(memberships__role="steering_group").first()
    steering.chosen_role = "steering_group"
    found = trend(steering, NOW.date())
    shown = [cell.value for line in found.places for cell in line.cells if cell.value]
    assert shown
    assert min(shown) >= SMALLEST
