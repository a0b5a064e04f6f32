"""Telling people in time, and their manager when it is too late (TB-7)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.callbacks.lifecycle import CallbackState
from cases.callbacks.messages import reminder_text
from cases.callbacks.models import (
    CallbackReminder,
    CallbackRequest,
    ReminderKind,
    ReminderState,
)
from cases.callbacks.services.pausing import resume_callback
from clusters.models import Membership, Role
from clusters.notices.services import notify

FIRST_STEP = {ReminderKind.AT_TERM.value: 2, ReminderKind.TWICE_TERM.value: 3}
"""Where on the ladder of people a reminder begins; the others begin with the handler."""


@transaction.atomic
def deliver_reminder(*, reminder_id: int, at: datetime) -> bool:
    """Deliver one due reminder, or leave it when another worker has it; True when delivered.

    The request is locked before the reminder, as every act does, so that the two never wait for
    each other. Notice, mark and audit line are one transaction: killed halfway, nothing happened
    and the next sweep does it again.

    Rules: TB-7 (handler or team before the term, team manager at the term, general manager at
        twice the term; each exactly once, and never to nobody), TB-6 (at the end of a pause the
        clock runs again).
    Raises: nothing.
    Effects: notices, audit line.
    """
    callback = _hold_request(reminder_id)
    if callback is None:
        return False
    reminder = CallbackReminder.objects.select_for_update().due(at).filter(pk=reminder_id).first()
    if reminder is None:
        return False
    people, page = _who(callback, reminder.kind, at)
    if not people and reminder.kind != ReminderKind.PAUSE_OVER:
        return False  # it waits until there is somebody to tell
    reminder.state, reminder.done_at = ReminderState.DONE, at
    reminder.save(update_fields=["state", "done_at"])
    if reminder.kind == ReminderKind.PAUSE_OVER and callback.state == CallbackState.PAUSED:
        callback = resume_callback(callback_id=callback.pk, by=None, at=at)
    notify(
        person_ids=people,
        text=reminder_text(callback, reminder.kind),
        url_name=page,
        object_id=callback.pk if page == "callback-detail" else None,
        dedup_key=reminder.dedup_key,
        at=at,
    )
    record(f"callback.reminded.{reminder.kind}", callback, by=None)
    return True


def _hold_request(reminder_id: int) -> CallbackRequest | None:
    """The request of a reminder, locked; None when somebody else has it in hand.

    Whoever does not get the request leaves the reminder alone: two workers that each hold half
    would both go away with nothing.
    """
    request_id = CallbackReminder.objects.filter(pk=reminder_id).values("callback_id")
    rows = CallbackRequest.objects.select_for_update(skip_locked=True)
    return rows.filter(pk__in=request_id).first()


def _who(callback: CallbackRequest, kind: str, at: datetime) -> tuple[set[int], str]:
    """The people to tell and the page their notice opens.

    A request nobody answers for climbs until somebody does; who stands above the team sees no
    resident, so their notice opens a list without names.
    """
    running = Membership.objects.running(timezone.localdate(at))
    team = running.filter(team_id=callback.team_id)
    ladder = [
        (team.filter(user_id=callback.handler_id).handling(), "callback-detail"),
        (team.handling().exclude(role=Role.TEAM_MANAGER), "callback-detail"),
        (team.filter(role=Role.TEAM_MANAGER), "callback-detail"),
        (running.filter(role=Role.GENERAL_MANAGER), "callback-overdue"),
        (running.filter(role=Role.APPLICATION_MANAGER), "operations"),
    ]
    for step, page in ladder[FIRST_STEP.get(kind, 0) :]:
        people = set(step.values_list("user_id", flat=True))
        if people:
            return people, page
    return set(), ""
