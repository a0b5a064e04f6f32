"""The end of the two weeks is what a slow calendar counts (WMO 2.3.5, AWB 4:15)."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.decisions.models import Application, Objection
from cases.decisions.models.pauses import TermPause
from cases.decisions.terms import (
    decision_end,
    incomplete_until,
    objection_decision_end,
    objection_end,
    penalty_of,
)
from common.deadlines import holidays_by_name

ONE = timedelta(days=1)
QUIET = [HealthCheck.function_scoped_fixture]
DAYS = st.dates(date(2015, 1, 1), date(2034, 12, 31))


def is_free(day):
    return day.weekday() >= 5 or day in holidays_by_name(day.year)


def slow_end(received, pauses):
    """Day by day: a day counts unless it stands still; the end is a day that is not free."""
    still = set()
    for pause in pauses:
        day = pause.asked_on + ONE
        counts_again = pause.ended_on or pause.until_on + ONE
        while day < counts_again:
            still.add(day)
            day += ONE
    day, counted = received, 0
    while counted < 14:
        day += ONE
        counted += day not in still
    while is_free(day) or day in still:
        day += ONE
    return day


@st.composite
def interval_lists(draw):
    """A day of an aanvraag and up to three intervals that do not overlap, some ended early."""
    received = draw(DAYS)
    start, found = received, []
    for _ in range(draw(st.integers(0, 3))):
        start += timedelta(days=draw(st.integers(0, 6)))
        until = start + timedelta(days=draw(st.integers(1, 30)))
        ended = draw(st.none() | st.dates(start, until))
        found.append(TermPause(asked_on=start, until_on=until, ended_on=ended))
        start = found[-1].resumes_on
    return received, found


@pytest.mark.django_db
@settings(max_examples=200, deadline=None, suppress_health_check=QUIET)
@given(case=interval_lists())
def test_the_end_of_the_two_weeks_is_what_the_slow_calendar_says(case):
    received, pauses = case

    end = decision_end(Application(received_on=received), pauses)

    assert end.day == slow_end(received, pauses)


@pytest.mark.django_db
@settings(max_examples=50, deadline=None, suppress_health_check=QUIET)
@given(sent=DAYS, weeks=st.integers(0, 6), committee=st.booleans())
def test_an_objection_ends_on_a_day_that_is_not_free(sent, weeks, committee):
    until = objection_end(sent)
    objection = Objection(with_committee=committee, postponed_weeks=weeks)

    end = objection_decision_end(objection, until).day

    assert until >= sent + timedelta(weeks=6)
    assert not is_free(until)
    total = (12 if committee else 6) + weeks
    assert end >= until + timedelta(weeks=total)
    assert total > 12 or not is_free(end)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("received", "end"),
    [
        (date(2026, 12, 11), date(2026, 12, 28)),
        (date(2026, 12, 18), date(2027, 1, 4)),
    ],
)
def test_the_vectors_of_the_law(received, end):
    assert decision_end(Application(received_on=received), []).day == end


@pytest.mark.django_db
def test_a_dwangsom_runs_two_weeks_after_the_notice_and_at_most_42_days():
    penalty = penalty_of(date(2026, 11, 23))

    assert (penalty.first, penalty.last) == (date(2026, 12, 8), date(2027, 1, 18))
    assert (penalty.last - penalty.first).days + 1 == 42


@pytest.mark.django_db
def test_four_weeks_to_leave_an_incomplete_aanvraag():
    pause = TermPause(asked_on=date(2026, 11, 2), until_on=date(2026, 11, 16))

    assert incomplete_until(pause) == date(2026, 12, 14)
    pause.ended_on = date(2026, 11, 10)
    assert incomplete_until(pause) == date(2026, 12, 8)
