"""Service norms in working time: the table, the properties, the holidays."""

from datetime import UTC, date, datetime, time, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.deadlines import AMSTERDAM, WorkCalendar, easter, legal_holidays, local_day

HOURS = {weekday: (time(8, 30), time(17)) for weekday in range(5)}
DAY = 510
"""Minutes of work in a day of 8:30–17:00."""
DECREE = {
    date(2026, 1, 2): True,
    date(2026, 5, 15): True,
    date(2026, 5, 5): False,
}
CALENDAR = WorkCalendar(HOURS, DECREE)
LEGAL = WorkCalendar(HOURS)
MOMENTS = st.datetimes(
    datetime(2024, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2031, 12, 31),  # noqa: DTZ001
    timezones=st.just(AMSTERDAM),
    allow_imaginary=False,
)
MINUTES = st.integers(min_value=1, max_value=15 * DAY)


def at(text):
    """A moment in Amsterdam out of "2026-11-23 10:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2026-11-23 10:00", 2, "2026-11-23 12:00"),  # within the day
        ("2026-11-23 15:00", 2, "2026-11-23 17:00"),  # exactly till closing time
        ("2026-11-23 15:01", 2, "2026-11-24 08:31"),  # a minute over
        ("2026-11-27 16:30", 2, "2026-11-30 10:00"),  # Friday afternoon over the weekend
        ("2026-11-27 17:00", 2, "2026-11-30 10:30"),  # at closing time
        ("2026-11-28 12:00", 2, "2026-11-30 10:30"),  # Saturday
        ("2026-11-23 06:00", 2, "2026-11-23 10:30"),  # before opening
        ("2026-11-23 22:00", 2, "2026-11-24 10:30"),  # at night
        ("2026-04-02 16:30", 2, "2026-04-07 10:00"),  # Maundy Thursday: Good Friday, Easter Monday
        ("2026-04-24 16:30", 2, "2026-04-28 10:00"),  # King's day on Monday
        ("2026-05-04 16:30", 2, "2026-05-05 10:00"),  # 5 May, open after all by the table
        ("2026-05-13 16:30", 2, "2026-05-18 10:00"),  # Ascension day, closed Friday by decree
        ("2026-05-22 16:30", 2, "2026-05-26 10:00"),  # Whit Monday
        ("2026-12-24 16:30", 2, "2026-12-28 10:00"),  # Christmas on Friday and Saturday
        ("2026-12-31 16:30", 2, "2027-01-04 10:00"),  # year's end
        ("2025-12-31 16:30", 2, "2026-01-05 10:00"),  # and 2 January closed by decree
        ("2026-03-27 16:30", 2, "2026-03-30 10:00"),  # clock goes forward on 29 March
        ("2026-10-23 16:30", 2, "2026-10-26 10:00"),  # clock goes back on 25 October
        ("2028-02-28 16:30", 2, "2028-02-29 10:00"),  # leap day
    ],
)
def test_norm_in_hours(start, hours, end):
    assert CALENDAR.add_minutes(at(start), hours * 60) == at(end)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2026-11-23 10:00", 1, "2026-11-24 17:00"),
        ("2026-11-23 17:00", 1, "2026-11-24 17:00"),  # at closing time is still today
        ("2026-11-23 17:01", 1, "2026-11-25 17:00"),  # after closing is tomorrow
        ("2026-11-23 07:00", 1, "2026-11-24 17:00"),  # before opening is today
        ("2026-11-27 16:30", 1, "2026-11-30 17:00"),
        ("2026-11-28 12:00", 1, "2026-12-01 17:00"),  # Saturday counts as Monday
        ("2026-11-23 10:00", 3, "2026-11-26 17:00"),
        ("2026-11-26 10:00", 3, "2026-12-01 17:00"),
        ("2026-04-02 10:00", 1, "2026-04-07 17:00"),
        ("2026-04-02 10:00", 3, "2026-04-09 17:00"),
        ("2026-12-30 10:00", 3, "2027-01-05 17:00"),
        ("2026-03-27 10:00", 1, "2026-03-30 17:00"),
        ("2026-10-23 10:00", 1, "2026-10-26 17:00"),
        ("2028-02-28 10:00", 1, "2028-02-29 17:00"),
    ],
)
def test_norm_in_days_ends_at_closing_time(start, days, end):
    assert CALENDAR.add_days(at(start), days) == at(end)


@pytest.mark.parametrize(
    ("end", "minutes", "start"),
    [
        ("2026-11-23 12:00", 60, "2026-11-23 11:00"),
        ("2026-11-30 09:00", 60, "2026-11-27 16:30"),
        ("2026-11-29 12:00", 60, "2026-11-27 16:00"),  # from Sunday backwards
        ("2026-11-23 08:00", 60, "2026-11-20 16:00"),  # from before opening
        ("2026-03-30 09:00", 120, "2026-03-27 15:30"),  # over the change of the clock
        ("2026-11-23 08:30", 0, "2026-11-23 08:30"),
    ],
)
def test_reminder_counts_working_time_backwards(end, minutes, start):
    assert CALENDAR.subtract_minutes(at(end), minutes) == at(start)


@pytest.mark.parametrize(
    ("start", "end", "minutes", "days"),
    [
        ("2026-11-23 10:00", "2026-11-23 12:00", 120, 0),
        ("2026-11-27 16:30", "2026-11-30 10:00", 120, 1),
        ("2026-11-23 10:00", "2026-11-25 10:00", 2 * DAY, 2),
        ("2026-11-28 10:00", "2026-11-29 10:00", 0, 0),
        ("2026-11-23 12:00", "2026-11-23 10:00", 0, 0),  # the end is earlier
        ("2026-03-27 16:30", "2026-03-30 09:00", 60, 1),
        ("2026-10-23 16:30", "2026-10-26 09:00", 60, 1),
        ("2026-12-31 16:30", "2027-01-04 09:00", 60, 1),
    ],
)
def test_working_time_between_two_moments(start, end, minutes, days):
    assert CALENDAR.minutes_between(at(start), at(end)) == minutes
    assert CALENDAR.days_between(at(start), at(end)) == days


def test_a_moment_in_another_zone_counts_as_the_same_moment():
    summer = datetime(2026, 7, 1, 14, 0, tzinfo=UTC)  # 16:00 in Amsterdam
    winter = datetime(2026, 12, 1, 14, 0, tzinfo=UTC)  # 15:00

    assert CALENDAR.add_minutes(summer, 90) == at("2026-07-02 09:00")
    assert CALENDAR.add_minutes(winter, 90) == at("2026-12-01 16:30")
    assert CALENDAR.minutes_between(summer, at("2026-07-01 17:00")) == 60


def test_the_day_of_a_moment_is_the_one_in_amsterdam():
    assert local_day(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == date(2026, 7, 2)
    assert local_day(datetime(2026, 12, 1, 22, 30, tzinfo=UTC)) == date(2026, 12, 1)


def test_opening_on_another_date_needs_hours_on_that_weekday():
    saturday = WorkCalendar(HOURS, {date(2026, 11, 28): False})

    assert not saturday.is_working_day(date(2026, 11, 28))


def test_a_far_date_is_beyond_without_counting_every_day():
    start = at("2026-11-23 10:00")

    assert CALENDAR.is_beyond(start, at("9999-12-31 10:00"), 20)
    assert CALENDAR.is_beyond(start, at("2026-12-22 10:00"), 20)
    assert not CALENDAR.is_beyond(start, at("2026-12-21 10:00"), 20)


@pytest.mark.parametrize("count", ["add_minutes", "subtract_minutes", "add_days"])
def test_a_service_that_never_opens_is_said_at_once(count):
    with pytest.raises(ValueError, match="opening hours"):
        getattr(WorkCalendar({}), count)(at("2026-11-23 10:00"), 1)


@given(start=MOMENTS, minutes=MINUTES)
def test_adding_and_counting_agree(start, minutes):
    end = CALENDAR.add_minutes(start, minutes)
    whole = start.replace(second=0, microsecond=0)

    assert CALENDAR.minutes_between(whole, CALENDAR.add_minutes(whole, minutes)) == minutes
    assert end >= start


@given(start=MOMENTS, minutes=MINUTES)
def test_subtracting_undoes_adding(start, minutes):
    begun = CALENDAR.add_minutes(start, 1)  # a moment of work, never the edge of a day
    end = CALENDAR.add_minutes(begun, minutes)

    back = CALENDAR.subtract_minutes(end, minutes)

    assert CALENDAR.minutes_between(back, begun) == CALENDAR.minutes_between(begun, back) == 0


@given(start=MOMENTS, minutes=MINUTES)
def test_a_term_never_ends_outside_opening_hours(start, minutes):
    ends = [
        CALENDAR.add_minutes(start, minutes),
        CALENDAR.subtract_minutes(start, minutes),
        CALENDAR.add_days(start, minutes % 20),
    ]

    for end in ends:
        assert CALENDAR.is_working_day(local_day(end))
        opens, closes = CALENDAR.span(local_day(end))
        assert opens <= end <= closes


@given(first=MOMENTS, second=MOMENTS, minutes=MINUTES)
def test_who_calls_later_is_never_due_earlier(first, second, minutes):
    early, late = sorted([first, second])

    assert CALENDAR.add_minutes(early, minutes) <= CALENDAR.add_minutes(late, minutes)
    assert CALENDAR.add_days(early, 3) <= CALENDAR.add_days(late, 3)
    assert CALENDAR.subtract_minutes(early, minutes) <= CALENDAR.subtract_minutes(late, minutes)


@given(start=MOMENTS, minutes=MINUTES, more=MINUTES)
def test_a_longer_term_ends_later(start, minutes, more):
    assert CALENDAR.add_minutes(start, minutes) < CALENDAR.add_minutes(start, minutes + more)


@pytest.mark.parametrize("year", range(2020, 2036))
def test_legal_holidays_agree_with_the_holidays_package(year):
    """Known differences: 5 May counts every year here (domain 0.4), Good Friday is in the law."""
    listed = set(holidays.country_holidays("NL", years=year))
    sunday = easter(year)
    sundays = {sunday, sunday + timedelta(days=49)}  # no working days anyhow
    ours_only = {date(year, 5, 5), sunday - timedelta(days=2)}

    assert legal_holidays(year) | sundays == listed | ours_only


@pytest.mark.parametrize("year", [2025, 2026, 2029])
def test_liberation_day_counts_in_every_year(year):
    assert not LEGAL.is_working_day(date(year, 5, 5))


@pytest.mark.parametrize(
    ("year", "day"),
    [(2026, date(2026, 4, 27)), (2025, date(2025, 4, 26)), (2031, date(2031, 4, 26))],
)
def test_kings_day_moves_when_it_is_a_sunday(year, day):
    assert day in legal_holidays(year)


@pytest.mark.parametrize(
    ("year", "day"),
    [(2024, date(2024, 3, 31)), (2026, date(2026, 4, 5)), (2038, date(2038, 4, 25))],
)
def test_easter_falls_where_the_almanac_says(year, day):
    assert easter(year) == day
