"""Two people at the same absence at the same moment (AF-3, AF-7)."""

import uuid
from functools import partial

import pytest

from clusters.absence.services import (
    change_absence,
    empty_old_absences,
    set_work_pattern,
    withdraw_absence,
)
from clusters.models import Absence, AbsenceChange, WorkPattern
from tests.clusters.absence.conftest import DAY, TODAY, enter, fresh
from tests.concurrency.conftest import done, refused, together
from tests.factories.absence import away
from tests.factories.cases import MONDAY

ROUNDS = range(3)
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def test_employee_and_manager_at_once_enter_one_of_two_that_overlap(cast):
    for turn in ROUNDS:
        first = TODAY + turn * 10 * DAY
        acts = [
            partial(enter, cast.handler, fresh(by), first_day=first, days=days)
            for by, days in ((cast.handler, 3), (cast.team_manager, 5))
        ]
        results = together(*acts)
        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert "Er staat al een afwezigheid" in refused(results)[0]


def test_a_double_click_is_one_absence(cast):
    key, by = uuid.uuid4(), fresh(cast.handler)
    results = together(*(partial(enter, by, submission_key=key) for _ in range(3)))

    assert len({row.pk for row in done(results)}) == 1
    assert (Absence.objects.count(), AbsenceChange.objects.count()) == (1, 1)


def test_a_change_and_a_withdrawal_at_once_are_one_of_both(cast):
    for turn in ROUNDS:
        row = enter(fresh(cast.handler), first_day=TODAY + turn * 9 * DAY, days=3)
        told = {"absence_id": row.pk, "version": 1}
        changing = partial(
            change_absence, last_day=row.first_day, by=fresh(cast.team_manager), **told
        )
        results = together(changing, partial(withdraw_absence, by=fresh(cast.handler), **told))
        row.refresh_from_db()
        assert (len(done(results)), row.version) == (1, 2)


def test_two_sets_of_working_days_at_once_leave_one_open(cast):
    results = together(
        *(
            partial(
                set_work_pattern,
                employee_id=cast.handler.pk,
                weekdays=days,
                valid_from=TODAY,
                by=fresh(cast.handler),
            )
            for days in ("01", "23")
        )
    )

    assert (len(done(results)), WorkPattern.objects.count()) == (1, 1)


def test_two_workers_at_once_empty_once(cast):
    for number in range(6):
        away(cast.handler, TODAY - (900 + number) * DAY)
    results = together(*(partial(empty_old_absences, at=MONDAY) for _ in range(2)))

    assert sum(done(results)) == 6
    assert not Absence.objects.exists()
