"""The clock stands still while the resident moves first, and never for ever (TB-6)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cases.callbacks.lifecycle import LIFECYCLE
from cases.callbacks.models import (
    CallbackReminder,
    CallbackRequest,
    PauseReason,
    ReminderKind,
    StepTaken,
)
from cases.callbacks.services.terms import drop_reminders, renew_term
from cases.callbacks.services.tracing import create_trace
from cases.permissions import GRANTS, Action
from clusters.models import User, working_calendar
from common.access import Decision
from common.errors import RuleViolation

LONGEST_PAUSE_DAYS = 20


@transaction.atomic
def pause_callback(
    *,
    callback_id: int,
    pause_reason: str,
    until: datetime | None,
    by: User,
    at: datetime | None = None,
) -> CallbackRequest:
    """Wait for the resident, with a reason and an end.

    Rules: TB-6 (a reason, an end, at most 20 working days).
    Raises: RuleViolation for a missing or too late end; PermissionDenied.
    Effects: audit line; reminders fall silent, one is set at the end of the pause.
    """
    at = at or timezone.now()
    callback = CallbackRequest.objects.select_for_update().get(pk=callback_id)
    decision = GRANTS.require(by, Action.PAUSE_CALLBACK, callback)
    callback.state = LIFECYCLE.target("pause", callback.state)
    halt_clock(callback=callback, reason=PauseReason(pause_reason), until=until, at=at)
    callback.save()
    create_trace(
        callback=callback,
        step=StepTaken.PAUSED,
        by=by,
        at=at,
        decision=decision,
        note=callback.get_pause_reason_display(),
        fields=["state", "paused_until"],
    )
    return callback


@transaction.atomic
def resume_callback(
    *, callback_id: int, by: User | None, at: datetime | None = None
) -> CallbackRequest:
    """Start the clock again with the working time that was left; ``by=None`` at the pause's end.

    Rules: TB-6 (paused time does not count; late stays late).
    Raises: RuleViolation when it is not paused; PermissionDenied.
    Effects: audit line; a term and reminders again.
    """
    at = at or timezone.now()
    callback = CallbackRequest.objects.select_for_update().get(pk=callback_id)
    decision = (
        Decision(rule="system:pause_over", relation="")
        if by is None
        else GRANTS.require(by, Action.RESUME_CALLBACK, callback)
    )
    callback.state = LIFECYCLE.target("resume", callback.state)
    paused_at = callback.paused_at or at
    callback.paused_at = callback.paused_until = None
    callback.pause_reason = ""
    calendar = working_calendar()
    left = calendar.minutes_between(paused_at, callback.due_at)
    due_at = calendar.add_minutes(at, left) if paused_at < callback.due_at else callback.due_at
    renew_term(callback=callback, due_at=due_at, at=at)
    callback.save()
    create_trace(
        callback=callback,
        step=StepTaken.RESUMED,
        by=by,
        at=at,
        decision=decision,
        fields=["state", "due_at"],
    )
    return callback


@transaction.atomic
def halt_clock(
    *, callback: CallbackRequest, reason: PauseReason, until: datetime | None, at: datetime
) -> None:
    """Stop the clock of a request locked by ``select_for_update``; the caller saves it.

    Rules: TB-6 (an end within 20 working days, so that nobody is forgotten).
    Raises: RuleViolation for a missing, past or too late end.
    Effects: reminders fall silent but the one at the pause's end.
    """
    if until is None:
        raise RuleViolation("Vul in tot wanneer u wacht.", field="until")
    if until <= at:
        raise RuleViolation("Deze datum is al voorbij.", field="until")
    if working_calendar().is_beyond(at, until, LONGEST_PAUSE_DAYS):
        text = f"Wacht niet langer dan {LONGEST_PAUSE_DAYS} werkdagen."
        raise RuleViolation(text, field="until")
    drop_reminders(callback_id=callback.pk)
    callback.paused_at, callback.paused_until = at, until
    callback.pause_reason = reason
    callback.term_round += 1
    CallbackReminder.objects.create(
        callback=callback,
        kind=ReminderKind.PAUSE_OVER,
        term_round=callback.term_round,
        due_at=until,
    )
