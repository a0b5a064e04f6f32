"""Who is vraagbaak at a moment, and who comes next (TEL-6)."""

from datetime import date, datetime, timedelta

import pytest

from cases.helpdesk.duty import next_duty, on_duty_now
from cases.helpdesk.models import DayPart
from clusters.models import Role
from common.deadlines import AMSTERDAM
from tests.factories import ClosingDayFactory, UserFactory
from tests.factories.cases import MONDAY
from tests.factories.helpdesk import DutyShiftFactory

pytestmark = pytest.mark.usefixtures("monday")
DAY = MONDAY.date()


def on(day, clock="10:00"):
    """A moment in Amsterdam."""
    hours, minutes = map(int, clock.split(":"))
    return datetime(day.year, day.month, day.day, hours, minutes, tzinfo=AMSTERDAM)


def tomorrow(days=1):
    return DAY + timedelta(days=days)


def test_the_morning_ends_at_half_past_twelve(cast, second):
    DutyShiftFactory(person=cast.help_desk, part=DayPart.MORNING)
    DutyShiftFactory(person=second, part=DayPart.AFTERNOON)

    assert on_duty_now(on(DAY, "12:29")) == [cast.help_desk]
    assert on_duty_now(on(DAY, "12:30")) == [second]
    assert on_duty_now(on(tomorrow())) == []


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_the_dagdeel_is_right_on_the_days_the_clock_changes(cast, second, day):
    DutyShiftFactory(person=cast.help_desk, day=day, part=DayPart.MORNING)
    DutyShiftFactory(person=second, day=day, part=DayPart.AFTERNOON)

    assert on_duty_now(on(day, "00:00")) == [cast.help_desk]
    assert on_duty_now(on(day, "03:30")) == [cast.help_desk]
    assert on_duty_now(on(day, "12:29")) == [cast.help_desk]
    assert on_duty_now(on(day, "12:30")) == [second]
    assert on_duty_now(on(day, "23:59")) == [second]
    assert on_duty_now(on(day + timedelta(days=1), "00:00")) == []


def test_two_on_duty_stand_in_the_order_of_their_names(cast, second, django_assert_num_queries):
    for person in (second, cast.help_desk):
        person.last_name = {second: "Aalbers", cast.help_desk: "Zwart"}[person]
        person.save()
        DutyShiftFactory(person=person)

    with django_assert_num_queries(1):
        assert on_duty_now(MONDAY) == [second, cast.help_desk]


def test_who_no_longer_is_vraagbaak_is_not_on_duty(cast):
    DutyShiftFactory(person=cast.help_desk)
    DutyShiftFactory(person=UserFactory())
    DutyShiftFactory(person=cast.contact_centre)
    assert on_duty_now(MONDAY) == [cast.help_desk]

    role = cast.help_desk.memberships.filter(role=Role.HELP_DESK)
    role.update(valid_until=DAY - timedelta(days=1))

    assert on_duty_now(MONDAY) == []


def test_a_closed_account_is_not_on_duty(cast):
    DutyShiftFactory(person=cast.help_desk)
    type(cast.help_desk).objects.filter(pk=cast.help_desk.pk).update(is_active=False)

    assert on_duty_now(MONDAY) == []


# --- the next dagdeel


def test_the_afternoon_comes_after_the_morning(cast):
    DutyShiftFactory(person=cast.help_desk, part=DayPart.MORNING)
    afternoon = DutyShiftFactory(person=cast.help_desk, part=DayPart.AFTERNOON)
    following = DutyShiftFactory(person=cast.help_desk, day=tomorrow(), part=DayPart.MORNING)
    DutyShiftFactory(person=cast.help_desk, day=tomorrow(), part=DayPart.AFTERNOON)

    assert next_duty(on(DAY, "12:29")) == afternoon
    assert next_duty(on(DAY, "12:30")) == following


def test_what_is_past_is_not_next(cast):
    DutyShiftFactory(person=cast.help_desk, day=tomorrow(-1))

    assert next_duty(MONDAY) is None


def test_next_looks_four_weeks_ahead(cast, django_assert_num_queries):
    far = DutyShiftFactory(person=cast.help_desk, day=tomorrow(29))
    assert next_duty(MONDAY) is None

    far.day = tomorrow(28)
    far.save()
    with django_assert_num_queries(1):
        assert next_duty(MONDAY) == far


def test_next_passes_over_a_closed_day(cast):
    DutyShiftFactory(person=cast.help_desk, day=tomorrow())
    open_day = DutyShiftFactory(person=cast.help_desk, day=tomorrow(2))
    ClosingDayFactory(date=tomorrow())

    assert next_duty(MONDAY) == open_day


def test_next_asks_for_the_role_on_the_day_itself(cast, second):
    DutyShiftFactory(person=cast.help_desk, day=tomorrow(2))
    later = DutyShiftFactory(person=second, day=tomorrow(3))
    cast.help_desk.memberships.update(valid_until=tomorrow())

    assert next_duty(MONDAY) == later
