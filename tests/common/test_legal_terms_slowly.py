"""Legal terms against a second calendar, written apart and counting day by day (issue 4)."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common.deadlines import holidays_by_name, legal_holidays
from common.legal_terms import Suspension, legal_end
from common.terms import Term, Unit, parse_term
from tests.common.slow_calendar import is_free, listed, paused_days, slow_end

FIRST, LAST = date(2015, 1, 1), date(2035, 12, 31)
DECREE_DAYS = frozenset(
    map(date.fromisoformat, ["2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26"])
)
DAYS = st.dates(FIRST, LAST)
TERMS = st.one_of(
    st.tuples(st.integers(1, 120), st.just("d")),
    st.tuples(st.integers(1, 20), st.just("w")),
    st.tuples(st.integers(1, 6), st.just("m")),
    st.tuples(st.integers(1, 2), st.just("j")),
    st.tuples(st.integers(1, 10).map(lambda days: days * 24), st.just("u")),
)
SHIFTS = st.integers(-10, 40)


@st.composite
def cases(draw):
    """An event, a term, days by decree around its end and suspensions around the term."""
    event, (count, letter) = draw(DAYS), draw(TERMS)
    raw = Term(count, Unit(letter)).raw_end(event)
    decree = {raw + timedelta(days=shift) for shift in draw(st.lists(st.integers(-9, 9)))}
    pauses = [
        (event + timedelta(days=start), event + timedelta(days=start + length))
        for start, length in draw(st.lists(st.tuples(SHIFTS, st.integers(0, 30)), max_size=3))
    ]
    return event, count, letter, decree, pauses


@pytest.mark.parametrize("term", ["1d", "2d", "3d", "4d", "7d", "2w", "6w", "48u"])
def test_every_day_of_twenty_one_years(term):
    written = parse_term(term)
    every = [FIRST + timedelta(days=shift) for shift in range((LAST - FIRST).days + 1)]

    wrong = {
        event
        for event in every
        if legal_end(event, written, decree_days=DECREE_DAYS).day
        != slow_end(event, written.count, str(written.unit), DECREE_DAYS)
    }

    assert wrong == set()


@settings(max_examples=400, deadline=None)
@given(case=cases())
def test_any_term_with_suspensions_and_days_by_decree(case):
    event, count, letter, decree, pauses = case
    term = Term(count, Unit(letter), may_be_suspended=True)

    found = legal_end(
        event, term, decree_days=decree, suspensions=[Suspension(*pair) for pair in pauses]
    )

    assert found.day == slow_end(event, count, letter, decree, paused_days(pauses))


@settings(max_examples=200, deadline=None)
@given(case=cases())
def test_a_moved_end_is_a_working_day_and_never_earlier(case):
    event, count, letter, decree, _ = case
    term = Term(count, Unit(letter))

    found = legal_end(event, term, decree_days=decree)

    assert found.day >= found.raw_end > event
    assert found.reasons
    assert not (term.is_moved and is_free(found.day, decree))


@given(event=DAYS, more=st.integers(1, 40), count=st.integers(1, 12))
def test_what_happens_later_never_ends_earlier(event, more, count):
    term, later = Term(count, Unit.WEEK), event + timedelta(days=more)

    first, second = (legal_end(day, term, decree_days=DECREE_DAYS).day for day in (event, later))

    assert first <= second


@pytest.mark.parametrize("year", range(2015, 2037))
def test_holidays_and_names_agree_with_the_package(year):
    only_listed = listed(year) - legal_holidays(year)

    assert legal_holidays(year) <= listed(year)
    assert {day.weekday() for day in only_listed} == {6}, "Easter and Pentecost: Sundays anyhow"
    assert set(holidays_by_name(year)) == legal_holidays(year)
