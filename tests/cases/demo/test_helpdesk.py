"""The vraagbaak of the demo city: a roster with gaps that the planner could have made (TEL-6)."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command

from audit.models import AuditEvent
from cases.demo.cast import Cast
from cases.demo.helpdesk import ASKED, create_helpdesk
from cases.demo.people import create_people
from cases.helpdesk.duty import next_duty, on_duty_now
from cases.helpdesk.models import DutyShift, HelpQuestion
from clusters.models import Membership, Notice, OutboxMail, Role, working_calendar
from common.deadlines import local_day
from tests.cases.demo.conftest import NOW

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2026, 11, 16), date(2026, 12, 2)
MOMENTS = {
    "monday morning": datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
    "wednesday afternoon, nobody there": datetime(2026, 11, 25, 14, 0, tzinfo=UTC),
    "friday evening": datetime(2026, 11, 27, 20, 0, tzinfo=UTC),
    "sunday": datetime(2026, 11, 29, 12, 0, tzinfo=UTC),
    "christmas": datetime(2026, 12, 25, 12, 0, tzinfo=UTC),
    "summer time begins": datetime(2026, 3, 29, 0, 59, tzinfo=UTC),
    "summer time ends": datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
}


def make(now=NOW):
    """An organisation with its people, and their roster."""
    with time_machine.travel(now, tick=False):
        cache.clear()
        call_command("load_reference_data", verbosity=0)
        create_people()
        create_helpdesk(cast=Cast(local_day(now)), now=now)


def test_there_are_three_weeks_with_gaps():
    make()

    days = set(DutyShift.objects.values_list("day", flat=True))
    filled = set(DutyShift.objects.values_list("day", "part"))
    assert (min(days), max(days)) == (FIRST, LAST)
    assert len(filled) < 2 * len(days)
    assert len({row.person_id for row in DutyShift.objects.all()}) == 3


def test_everybody_on_it_is_vraagbaak_and_only_on_days_we_are_open():
    make()

    roles = Membership.objects.running(FIRST).filter(role=Role.HELP_DESK)
    people = set(roles.values_list("user_id", flat=True))
    for shift in DutyShift.objects.all():
        assert shift.person_id in people
        assert working_calendar().is_working_day(shift.day)


def test_what_is_ahead_was_planned_and_what_is_over_was_not():
    make()

    planned = AuditEvent.objects.filter(code="duty.created").count()
    ahead = DutyShift.objects.filter(day__gt=local_day(NOW)).count()
    today = DutyShift.objects.filter(day=local_day(NOW), part="middag").count()
    assert planned == ahead + today
    assert planned < DutyShift.objects.count()


def test_today_some_callers_were_helped_in_one_call():
    make()

    questions = list(HelpQuestion.objects.all())
    assert len(questions) == len(ASKED)
    assert {row.state for row in questions} == {"answered"}
    assert {row.taken_by_id for row in questions} <= {each.pk for each in on_duty_now(NOW)}
    assert all(row.asked_at < row.ended_at < NOW for row in questions)
    assert not OutboxMail.objects.exists()
    assert Notice.objects.exists()


@pytest.mark.parametrize("now", MOMENTS.values(), ids=MOMENTS)
def test_it_can_be_made_at_any_moment(now):
    make(now)

    assert DutyShift.objects.exists()
    with time_machine.travel(now, tick=False):
        assert next_duty(now - timedelta(days=7)) is not None
