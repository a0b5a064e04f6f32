"""Periods of weeks: from Monday to Monday on the clock of Amsterdam."""

from datetime import UTC, date, datetime

from common.weeks import Span, last_weeks, monday_of, periods, week_of

SUNDAY, MONDAY = date(2026, 11, 22), date(2026, 11, 23)


def test_a_week_runs_from_monday_up_to_the_next():
    assert monday_of(MONDAY) == MONDAY
    assert monday_of(SUNDAY) == date(2026, 11, 16)
    assert week_of(SUNDAY) == Span(date(2026, 11, 16), MONDAY)
    assert last_weeks(4, MONDAY) == Span(date(2026, 10, 26), date(2026, 11, 30))


def test_the_moments_are_right_over_the_change_of_the_clock():
    span = Span(date(2026, 10, 25), date(2026, 10, 26))

    assert span.start == datetime(2026, 10, 24, 22, tzinfo=UTC)
    assert span.end == datetime(2026, 10, 25, 23, tzinfo=UTC)


def test_every_monday_of_a_period_and_every_week_to_choose():
    assert last_weeks(1, MONDAY).mondays() == [date(2026, 11, 16), MONDAY]
    found = periods(SUNDAY)
    assert list(found)[:3] == ["4", "13", "2026-11-16"]
    assert list(found)[-2:] == ["2026-08-17", "alles"]
    assert found["alles"][1] is None
