"""A newcomer sees reminders and an escalation arrive within minutes, at any hour."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from audit.models import AuditEvent
from cases.callbacks.models import CallbackReminder, ReminderState
from cases.callbacks.services import (
    Caller,
    CallWish,
    claim_callback,
    deliver_reminder,
    register_callback,
)
from cases.demo.falling_due import let_fall_due
from cases.demo.marks import demo_requests
from cases.models import CallbackRequest, CallbackSubject
from clusters.login.demo import demo_people
from clusters.models import Notice, Role

SUNDAY_NIGHT = datetime(2026, 11, 29, 2, 0, tzinfo=UTC)  # 03:00 in Amsterdam
SOON = timedelta(minutes=3)


@pytest.fixture
def cards(city, settings):
    settings.DEMO = True
    return {card.role: card.user for card in demo_people()}


def _let_the_worker_run(until):
    for pk in list(CallbackReminder.objects.due(until).values_list("pk", flat=True)):
        deliver_reminder(reminder_id=pk, at=until)


def _told(user, since):
    return list(Notice.objects.filter(person=user, created_at__gt=since).values_list("text"))


@time_machine.travel(SUNDAY_NIGHT, tick=False)
def test_on_sunday_night_all_three_kinds_are_due_within_three_minutes(cards):
    moved = let_fall_due(now=SUNDAY_NIGHT)

    soon = CallbackReminder.objects.filter(
        callback__in=moved,
        state=ReminderState.PENDING,
        due_at__gt=SUNDAY_NIGHT,
        due_at__lte=SUNDAY_NIGHT + SOON,
    )
    assert {row.kind for row in soon} == {"before", "term", "twice"}


@time_machine.travel(SUNDAY_NIGHT, tick=False)
def test_worker_manager_and_general_manager_are_told(cards):
    _let_the_worker_run(SUNDAY_NIGHT)
    moved = let_fall_due(now=SUNDAY_NIGHT)

    _let_the_worker_run(SUNDAY_NIGHT + SOON)

    team = {row.team_id for row in moved}
    assert team == set(cards[Role.TEAM_MANAGER].memberships.values_list("team_id", flat=True))
    for role in (Role.TEAM_WORKER, Role.TEAM_MANAGER, Role.GENERAL_MANAGER):
        assert _told(cards[role], SUNDAY_NIGHT), role


@time_machine.travel(SUNDAY_NIGHT, tick=False)
def test_every_start_rings_again_and_makes_no_more_requests_than_needed(cards):
    let_fall_due(now=SUNDAY_NIGHT)
    count = CallbackRequest.objects.count()
    later = SUNDAY_NIGHT + timedelta(hours=1)
    _let_the_worker_run(later)

    moved = let_fall_due(now=later)
    before = Notice.objects.count()
    _let_the_worker_run(later + SOON)

    assert CallbackRequest.objects.count() == count
    assert len({row.pk for row in moved}) == 3
    assert Notice.objects.count() > before


@time_machine.travel(SUNDAY_NIGHT, tick=False)
def test_an_empty_desk_gets_new_requests(cards):
    demo_requests().filter(handler=cards[Role.TEAM_WORKER], state="claimed").update(
        state="waiting", handler=None
    )
    count = CallbackRequest.objects.count()

    moved = let_fall_due(now=SUNDAY_NIGHT)

    assert CallbackRequest.objects.count() == count + 3
    assert {row.handler for row in moved} == {cards[Role.TEAM_WORKER]}


@time_machine.travel(SUNDAY_NIGHT, tick=False)
def test_what_people_entered_themselves_is_never_moved(cards):
    mine = register_callback(
        submission_key=uuid4(),
        caller=Caller("Test", False, "+31360100000", postcode="1351AB", house_number=1),
        wish=CallWish(CallbackSubject.objects.get(code="geld"), "Een eigen vraag.", "ruim"),
        by=cards[Role.CONTACT_CENTRE],
        at=timezone.now(),
    )
    claim_callback(callback_id=mine.pk, by=cards[Role.TEAM_WORKER])

    moved = let_fall_due(now=SUNDAY_NIGHT)

    assert mine not in moved
    assert CallbackRequest.objects.get(pk=mine.pk).due_at == mine.due_at


@time_machine.travel(SUNDAY_NIGHT, tick=False)
def test_the_trail_says_that_the_demo_moved_a_term(cards):
    moved = let_fall_due(now=SUNDAY_NIGHT)

    lines = AuditEvent.objects.filter(code="callback.demo_term_moved")
    assert {line.object_id for line in lines} == {str(row.pk) for row in moved}
