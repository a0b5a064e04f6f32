"""Who is told that the day is over, in which order, once each, without a word of it (MC-13)."""

from datetime import datetime

import pytest

from cases.meldcode.services import remind_of_codes
from cases.meldcode.tasks import look_after_safety as ring
from cases.models import SafetyCode
from clusters.models import Membership, Notice
from common.deadlines import AMSTERDAM
from tests.cases.meldcode.acting import CONSULT, bar, end, step
from tests.factories.meldcode import DAY, TODAY


def morning(day, hour=8):
    return datetime(2026, day // 100, day % 100, hour, tzinfo=AMSTERDAM)


FIRST, THIRD = morning(1126), morning(1130)
"""Of a meldcode that would go on on Wednesday 25 November."""


def people():
    return [each.person.username for each in Notice.objects.order_by("pk")]


def test_the_holder_and_then_the_officer(code, time_machine):
    for moment, expected in (
        (morning(1126, 7), []),
        (FIRST, ["handler"]),
        (morning(1130, 7), ["handler"]),
        (THIRD, ["handler", "olga"]),
        (morning(1231), ["handler", "olga"]),
    ):
        time_machine.move_to(moment, tick=False)
        for _ in range(2):
            assert ring() == 0
        assert people() == expected
    for notice in Notice.objects.all():
        assert "25-11-2026" in notice.text
        assert "eldcode" not in notice.text


def test_a_step_or_another_day_begins_anew(code, cast):
    remind_of_codes(at=THIRD)
    step(code, cast.handler, 2, CONSULT, days=9)
    assert remind_of_codes(at=morning(1202)) == 0
    assert remind_of_codes(at=morning(1203)) == 1
    end(code, cast.handler, "mistake")
    assert remind_of_codes(at=morning(1231)) == 0


def test_when_the_holder_left_the_officer_is_told_at_once_and_once(code, cast):
    Membership.objects.filter(user=cast.handler).update(valid_until=TODAY - DAY)
    assert remind_of_codes(at=FIRST) == 1
    assert remind_of_codes(at=THIRD) == 0
    assert people() == ["olga"]


def test_when_the_row_was_not_marked_nobody_is_told_twice(code):
    assert remind_of_codes(at=THIRD) == 2
    SafetyCode.objects.update(told=0, remind_at=FIRST)
    assert remind_of_codes(at=THIRD) == 0


@pytest.mark.parametrize("ends", ["bar", "role"])
def test_an_officer_who_cannot_open_it_is_not_told(code, cast, olga, ends):
    if ends == "bar":
        bar(code, cast.handler, olga)
    else:
        Membership.objects.filter(user=olga).update(valid_until=TODAY - DAY)
    remind_of_codes(at=THIRD)
    assert people() == ["handler"]
