"""A missed contact is told to one after the other, once each, without a name (WK-8)."""

from datetime import date, datetime

import pytest

from cases.models import Resident, Waakvlam
from cases.waakvlam.services import remind_of_waakvlammen
from cases.waakvlam.tasks import remind_of_waakvlammen as ring
from clusters.models import Membership, Notice
from common.deadlines import AMSTERDAM
from tests.cases.waakvlam.acting import contact, end, move
from tests.factories.consents import ConsentFactory
from tests.factories.waakvlam import DAY, TODAY


def morning(day, hour=8):
    return datetime(2026, day // 100, day % 100, hour, tzinfo=AMSTERDAM)


FIRST, FIFTH, TENTH = morning(1126), morning(1202), morning(1209)
"""Of a contact on Wednesday 25 November."""


def people():
    return [each.person.username for each in Notice.objects.order_by("pk")]


def test_owner_deputy_and_manager_are_told_one_after_the_other(waakvlam, time_machine):
    for moment, expected in (
        (morning(1126, 7), []),
        (FIRST, ["handler"]),
        (morning(1202, 7), ["handler"]),
        (FIFTH, ["handler", "team_worker"]),
        (TENTH, ["handler", "team_worker", "team_manager"]),
        (morning(1231), ["handler", "team_worker", "team_manager"]),
    ):
        time_machine.move_to(moment, tick=False)
        ring()
        assert (people(), ring()) == (expected, 0)

    for notice in Notice.objects.all():
        assert "wo 25 november" in notice.text
        for secret in (waakvlam.resident.name, *waakvlam.words.values()):
            assert secret not in str(vars(notice))


def test_a_worker_that_was_away_tells_everybody_at_once(waakvlam):
    assert remind_of_waakvlammen(at=TENTH) == 3
    assert remind_of_waakvlammen(at=TENTH) == 0
    assert people() == ["handler", "team_worker", "team_manager"]


def test_when_the_row_was_not_marked_nobody_is_told_twice(waakvlam):
    remind_of_waakvlammen(at=FIRST)
    Waakvlam.objects.update(told=0, remind_at=FIRST)
    assert remind_of_waakvlammen(at=FIRST) == 0


def test_a_contact_or_another_day_begins_at_the_foot(waakvlam, cast, time_machine):
    remind_of_waakvlammen(at=FIFTH)
    contact(waakvlam, cast.handler, days=28)
    assert remind_of_waakvlammen(at=TENTH) == 0
    move(waakvlam, cast.handler, days=9)  # 2 December
    assert remind_of_waakvlammen(at=morning(1203)) == 1
    assert people() == ["handler", "team_worker", "handler"]


def test_nobody_is_reminded_of_what_ended_or_cannot_be(waakvlam, cast):
    Resident.objects.filter(pk=waakvlam.resident_id).update(deceased_on=TODAY)
    assert remind_of_waakvlammen(at=TENTH) == 0
    Resident.objects.filter(pk=waakvlam.resident_id).update(deceased_on=None)
    consent = ConsentFactory(resident=waakvlam.resident, valid_until=date(2026, 12, 8))
    Waakvlam.objects.update(consent=consent, agreed_on=None)
    assert remind_of_waakvlammen(at=TENTH) == 0
    assert remind_of_waakvlammen(at=FIRST) == 1
    end(waakvlam, cast.handler)
    assert remind_of_waakvlammen(at=TENTH) == 0


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (["handler"], ["team_worker"]),
        (["handler", "team_worker"], ["team_manager"]),
        (["handler", "team_worker", "team_manager"], []),
    ],
)
def test_of_somebody_who_left_the_next_one_is_told(waakvlam, left, expected):
    Membership.objects.filter(user__username__in=left).update(valid_until=TODAY - DAY)
    remind_of_waakvlammen(at=FIRST)
    assert people() == expected
