"""Medians per team and per worker, worked out ahead and replaced as a whole."""

from datetime import date, timedelta

import pytest

from dashboards.models import MonthFigure
from dashboards.services import refresh_month_figures
from dashboards.tasks import refresh_figures
from tests.factories import UserFactory
from tests.factories.cases import MONDAY, CallbackFactory

pytestmark = pytest.mark.django_db
MONTH = date(2026, 11, 1)


def called(team, by, minutes, at=MONDAY):
    return CallbackFactory(
        team=team, first_attempt_by=by, first_attempt_minutes=minutes, first_attempt_at=at
    )


def figures():
    rows = MonthFigure.objects.order_by("team_id", "worker_id")
    return {(row.team_id, row.worker_id): (row.first_attempts, row.median_minutes) for row in rows}


def test_a_row_per_team_and_per_worker_with_the_median(noord):
    one, two = UserFactory(), UserFactory()
    for by, minutes in ((one, 10), (one, 20), (one, 90), (two, 30)):
        called(noord, by, minutes)

    assert refresh_month_figures(at=MONDAY) == 3
    assert figures() == {
        (noord.pk, None): (4, 25),
        (noord.pk, one.pk): (3, 20),
        (noord.pk, two.pk): (1, 30),
    }


def test_a_worker_of_two_teams_has_a_row_in_each(noord):
    by, elsewhere = UserFactory(), CallbackFactory().team
    called(noord, by, 10)
    called(elsewhere, by, 50)

    refresh_month_figures(at=MONDAY)

    assert figures()[noord.pk, by.pk] == (1, 10)
    assert figures()[elsewhere.pk, by.pk] == (1, 50)


def test_only_first_calls_of_this_month_count(noord):
    by = UserFactory()
    called(noord, by, 10)
    called(noord, by, 99, at=MONDAY.replace(month=10, day=31))
    called(noord, by, 99, at=MONDAY + timedelta(hours=1))  # later than the count
    CallbackFactory(team=noord)

    refresh_month_figures(at=MONDAY)

    assert figures()[noord.pk, None] == (1, 10)


def test_a_second_run_makes_the_same_rows_and_forgets_what_is_gone(noord):
    by = UserFactory()
    first = called(noord, by, 10)
    refresh_month_figures(at=MONDAY)
    same = figures()
    refresh_month_figures(at=MONDAY + timedelta(minutes=5))
    assert figures() == same

    first.first_attempt_at = None
    first.save()
    refresh_month_figures(at=MONDAY)

    assert figures() == {}


def test_another_month_keeps_its_rows(noord):
    called(noord, UserFactory(), 10)
    refresh_month_figures(at=MONDAY)

    refresh_month_figures(at=MONDAY + timedelta(days=30))

    assert set(MonthFigure.objects.values_list("month", flat=True)) == {MONTH}


def test_the_task_counts_for_now(noord, time_machine):
    time_machine.move_to(MONDAY, tick=False)
    called(noord, UserFactory(), 10)

    assert refresh_figures() == 2
    assert MonthFigure.objects.first().refreshed_at == MONDAY
