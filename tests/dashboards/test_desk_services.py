"""Summary rows of the desks: days that are over, made again where the total differs."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Sum

from cases.models import ContactQuestion
from dashboards.desk_services import refresh_desk_figures
from dashboards.models import DeskDay, DeskFigure, DeskRefresh
from dashboards.tasks import refresh_figures
from tests.dashboards.desk import DAY, HOUR, WEEK, R, asked, several
from tests.factories.cases import MONDAY, CallbackFactory

pytestmark = pytest.mark.django_db
TODAY = MONDAY.date()


def rows():
    """Every summary row, as values."""
    names = (
        "desk_id",
        "day",
        "part",
        "with_help_desk",
        "subject_id",
        "result",
        "with_article",
        "n",
    )
    return sorted(DeskFigure.objects.values_list(*names), key=str)


def test_a_row_per_kind_of_question_and_none_for_today(desk):
    several(desk, 2, at=MONDAY - DAY)
    asked(desk, MONDAY - DAY, part="middag", with_help_desk=True)
    asked(desk, MONDAY - DAY, R.WRONG_NUMBER)
    asked(desk, MONDAY)

    assert refresh_desk_figures(at=MONDAY) == 1
    found = [
        (part, duty, subject is None, result, n)
        for _, _, part, duty, subject, result, _, n in rows()
    ]
    assert sorted(found) == [
        ("middag", True, False, "answered", 1),
        ("ochtend", False, False, "answered", 2),
        ("ochtend", False, True, "wrong_number", 1),
    ]


def test_a_day_belongs_to_the_clock_of_amsterdam(desk):
    late = MONDAY.replace(hour=23, minute=30) - DAY  # half past ten the evening before in UTC
    early = MONDAY.replace(hour=0, minute=30) - DAY
    several(desk, 1, at=late)
    several(desk, 1, at=early)

    refresh_desk_figures(at=MONDAY)

    assert set(DeskFigure.objects.values_list("day", "n")) == {(TODAY - DAY, 2)}


def test_a_second_run_changes_nothing_and_an_imported_day_is_made_again(desk):
    several(desk, 3, at=MONDAY - DAY)
    several(desk, 2, at=MONDAY - WEEK)
    assert refresh_desk_figures(at=MONDAY) == 2
    same = rows()
    assert refresh_desk_figures(at=MONDAY + timedelta(minutes=5)) == 0
    assert rows() == same

    asked(desk, MONDAY - WEEK, R.REFERRED)

    assert refresh_desk_figures(at=MONDAY + timedelta(minutes=10)) == 1
    assert DeskFigure.objects.aggregate(all=Sum("n"))["all"] == 6


def test_what_is_gone_is_counted_no_more_and_old_weeks_go(desk):
    gone = asked(desk, MONDAY - DAY)
    asked(desk, MONDAY - 13 * WEEK)
    refresh_desk_figures(at=MONDAY)
    ContactQuestion.objects.filter(pk=gone.pk).delete()
    assert refresh_desk_figures(at=MONDAY) == 1
    assert set(DeskFigure.objects.values_list("day", flat=True)) == {TODAY - 13 * WEEK}

    refresh_desk_figures(at=MONDAY + WEEK)

    assert rows() == []


def test_tomorrow_the_day_that_ended_is_there(desk):
    asked(desk, MONDAY)
    refresh_desk_figures(at=MONDAY)
    assert rows() == []

    refresh_desk_figures(at=MONDAY + DAY)

    assert DeskFigure.objects.get().day == TODAY
    assert DeskRefresh.objects.get().until_day == TODAY + DAY


def test_closed_promises_per_day_and_open_ones_not(desk):
    kept = {"first_attempt_at": MONDAY - DAY + HOUR}
    own = {"registered_in": desk, "registered_at": MONDAY - DAY, "closed_at": MONDAY - HOUR}
    term = {"due_at": MONDAY - DAY + 2 * HOUR, "escalate_at": MONDAY}
    CallbackFactory(closed=True, **own, **term, **kept)
    CallbackFactory(closed=True, **own, **term, first_attempt_at=MONDAY - 2 * HOUR)
    CallbackFactory(closed=True, **own, **term)
    CallbackFactory(claimed=True, **(own | {"closed_at": None}), **term, **kept)
    CallbackFactory(closed=True, **(own | {"closed_at": MONDAY}), **term, **kept)

    refresh_desk_figures(at=MONDAY)

    day = DeskDay.objects.get()
    assert (day.promised, day.kept, day.late) == (3, 1, 1)


def test_a_row_exists_once(desk):
    for own in ({}, {"result": R.WRONG_NUMBER}):
        asked(desk, MONDAY - DAY, **own)
    refresh_desk_figures(at=MONDAY)

    for row in DeskFigure.objects.all():
        row.pk = None
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()


def test_figures_are_for_desks_and_the_algemeen_manager(cast, desk):
    asked(desk, MONDAY - DAY)
    asked(cast.other_desk.acting_memberships[0].team, MONDAY - DAY)
    refresh_desk_figures(at=MONDAY)

    seen = {
        name: DeskFigure.objects.visible_to(getattr(cast, name)).count()
        for name in vars(cast)
        if name != "elsewhere"
    }
    assert {name: count for name, count in seen.items() if count} == {
        "contact_centre": 1,
        "help_desk": 1,
        "other_desk": 1,
        "general_manager": 2,
    }


def test_the_task_counts_the_desks_too(desk, time_machine):
    time_machine.move_to(MONDAY, tick=False)
    asked(desk, MONDAY - DAY)

    refresh_figures()

    assert DeskRefresh.objects.get().at == MONDAY
    assert DeskFigure.objects.get().n == 1
