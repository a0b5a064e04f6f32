"""The calendar as a table (AF-12, AF-13)."""

from datetime import date

import pytest

from clusters.absence.grid import MONTH, WEEK, grid_of, span_of
from tests.clusters.absence.conftest import DAY, TODAY
from tests.factories import ClosingDayFactory
from tests.factories.absence import WorkPatternFactory, away

pytestmark = pytest.mark.django_db


def words(people, kept, view=WEEK, day=TODAY):
    grid = grid_of(people, view, day, lambda person: kept)
    return [[cell.word for cell in line.cells] for line in grid.lines]


def test_a_week_says_what_for_only_when_one_keeps_it_af_12(people):
    away(people.handler, TODAY, kind="sick")
    away(people.handler, TODAY + DAY, half="morning", kind="return_day")
    WorkPatternFactory(employee=people.handler, weekdays="0123")

    assert words([people.handler], True) == [["ziek", "ochtend terugkomdag", "", "", "werkt niet"]]
    assert words([people.handler], False) == [["afwezig", "ochtend afwezig", "", "", "werkt niet"]]


def test_letters_do_not_tell_a_colleague_either_af_12(people):
    away(people.handler, TODAY, kind="sick")
    away(people.handler, TODAY, TODAY + DAY)
    grids = [grid_of([people.handler], MONTH, TODAY, lambda _, k=kept: k) for kept in (True, False)]
    found = [[cell.short for cell in grid.lines[0].cells if cell.short] for grid in grids]

    assert [sorted(found[0][0]), found[0][1]] == [["/", "V", "Z"], "V"]
    assert found[1] == ["A", "A"]


def test_closing_days_and_holidays_have_their_name(people):
    ClosingDayFactory(date=date(2026, 12, 24), label="Kerstborrel")
    grid = grid_of([people.handler], WEEK, date(2026, 12, 25), lambda _: True)

    assert [(column.day.day, column.closed) for column in grid.closed] == [
        (24, "Kerstborrel"),
        (25, "eerste kerstdag"),
    ]
    assert grid.counts == [1, 1, 1, 0, 0]


def test_a_month_has_its_working_days_only(people):
    grid = grid_of([people.handler], MONTH, TODAY, lambda _: True)

    assert (grid.title, len(grid.columns)) == ("November 2026", 21)
    assert (grid.columns[0].short, grid.columns[0].named) == ("ma 2", "ma 2 november 2026")


def test_the_span_of_february_and_of_a_week_over_new_year():
    assert span_of(MONTH, date(2028, 2, 10))[:2] == (date(2028, 2, 1), date(2028, 2, 29))
    assert span_of(WEEK, date(2027, 1, 1))[2] == "Week van 28 december 2026"


def test_a_team_without_anybody_has_an_empty_table(people):
    grid = grid_of([], WEEK, TODAY, lambda _: True)

    assert (grid.lines, grid.counts) == ([], [0] * 5)


@pytest.mark.parametrize("rows", [1, 5])
def test_a_table_takes_three_queries(people, rows, django_assert_num_queries):
    asked = list(vars(people).values())[:rows]
    for person in asked:
        away(person, TODAY)
    words(asked, True)  # the calendar of the service is in the cache

    with django_assert_num_queries(3):
        words(asked, True, MONTH)
