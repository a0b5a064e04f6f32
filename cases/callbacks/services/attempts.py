"""Calling: every attempt counts, and after the third failure a choice must be made."""

import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cases.callbacks.lifecycle import LIFECYCLE
from cases.callbacks.models import (
    AttemptResult,
    CallbackAttempt,
    CallbackOutcome,
    CallbackRequest,
    PauseReason,
    StepTaken,
)
from cases.callbacks.models.attempts import FAILED_RESULTS, MAX_FAILED_ATTEMPTS
from cases.callbacks.services.closing import close_callback
from cases.callbacks.services.pausing import LONGEST_PAUSE_DAYS, halt_clock
from cases.callbacks.services.terms import renew_term
from cases.callbacks.services.tracing import create_trace
from cases.permissions import GRANTS, Action
from cases.residents.recognition import caller_mark
from cases.residents.services import change_phone
from clusters.models import User, working_calendar
from common.access import Decision
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def log_attempt(
    *,
    callback_id: int,
    submission_key: uuid.UUID,
    result: str,
    note: str,
    again_at: datetime | None,
    outcome: CallbackOutcome | None,
    by: User,
    at: datetime | None = None,
) -> CallbackRequest:
    """Write down one call. Spoken with an outcome closes; "later" is a new promise to keep.

    Rules: TB-5 (after the third failure, or a wrong number, a choice must be made), TB-1.
    Raises: RuleViolation in another state or for a moment nobody calls; PermissionDenied.
    Effects: audit line; perhaps a new term, perhaps closed.
    """
    at = at or timezone.now()
    callback = CallbackRequest.objects.select_for_update().get(pk=callback_id)
    if _sent_before(callback_id, submission_key, by):
        return callback
    decision = GRANTS.require(by, Action.LOG_ATTEMPT, callback)
    callback.failed_attempts += result in FAILED_RESULTS
    callback.state = LIFECYCLE.target(_step(callback, result), callback.state)
    _write_attempt(callback, submission_key, result, note, again_at, by, at)
    callback.save()
    _trace(callback, StepTaken.ATTEMPTED, by, at, decision, AttemptResult(result).label)
    if result != AttemptResult.SPOKEN or outcome is None:
        return callback
    return close_callback(callback_id=callback.pk, outcome=outcome, outcome_note=note, by=by, at=at)


@transaction.atomic
def choose_next_step(
    *,
    callback_id: int,
    choice: str,
    until: datetime | None,
    phone: str,
    by: User,
    at: datetime | None = None,
) -> CallbackRequest:
    """After the last failed attempt: a letter, a visit, or another number to try.

    ``until`` is when the letter or visit must have had effect; closing has its own act.

    Rules: TB-5 (a choice must be made), TB-6 (the clock stands still while the resident moves).
    Raises: RuleViolation without a date or number; PermissionDenied.
    Effects: audit line; a pause with an end, or back to calling with three new attempts.
    """
    at = at or timezone.now()
    callback = CallbackRequest.objects.select_for_update().get(pk=callback_id)
    decision = GRANTS.require(by, Action.CHOOSE_NEXT_STEP, callback)
    if choice == "retry":
        callback.state = LIFECYCLE.target("retry", callback.state)
        _replace_number(callback, phone, by)
    else:
        callback.state = LIFECYCLE.target("write_or_visit", callback.state)
        halt_clock(callback=callback, reason=PauseReason(choice), until=until, at=at)
    callback.save()
    note = callback.get_pause_reason_display() or "Nieuw nummer"
    _trace(callback, StepTaken.CHOSEN, by, at, decision, note)
    return callback


def _trace(
    callback: CallbackRequest,
    step: StepTaken,
    by: User,
    at: datetime,
    decision: Decision,
    note: str,
) -> None:
    create_trace(
        callback=callback,
        step=step,
        by=by,
        at=at,
        decision=decision,
        note=note,
        fields=["state", "failed_attempts"],
    )


def _sent_before(callback_id: int, submission_key: uuid.UUID, by: User) -> bool:
    """Whether this very form was sent a moment ago: a double click, or the same page again."""
    sent = CallbackAttempt.objects.filter(submission_key=submission_key)
    if sent.filter(callback_id=callback_id, by=by).exists():
        return True
    if sent.exists():
        raise RuleViolation("Dit formulier is al verstuurd. Open de pagina opnieuw.")
    return False


def _step(callback: CallbackRequest, result: str) -> str:
    """Whether calling goes on: not after a wrong number or the third failure."""
    too_often = result in FAILED_RESULTS and callback.failed_attempts >= MAX_FAILED_ATTEMPTS
    return "run_out" if too_often or result == AttemptResult.WRONG_NUMBER else "attempt"


def _write_attempt(
    callback: CallbackRequest,
    submission_key: uuid.UUID,
    result: str,
    note: str,
    again_at: datetime | None,
    by: User,
    at: datetime,
) -> None:
    """The attempt itself; the first stops the clock managers look at, "later" is a new promise."""
    CallbackAttempt.objects.create(
        callback=callback,
        resident_id=callback.resident_id,
        submission_key=submission_key,
        at=at,
        by=by,
        result=result,
        note=note,
        again_at=again_at if result == AttemptResult.LATER else None,
    )
    if callback.first_attempt_at is None:
        minutes = working_calendar().minutes_between(callback.registered_at, at)
        callback.first_attempt_at, callback.first_attempt_minutes = at, minutes
        callback.first_attempt_by = by
    if result == AttemptResult.LATER:
        _promise_later(callback, again_at, at)


def _promise_later(callback: CallbackRequest, again_at: datetime | None, at: datetime) -> None:
    """The resident asked to be called at another moment: that moment is the promise now."""
    calendar = working_calendar()
    if again_at is None:
        raise RuleViolation("Vul in wanneer u opnieuw belt.", field="again_day")
    if again_at <= at:
        raise RuleViolation("Dit moment is al voorbij.", field="again_day")
    day = local_day(again_at)
    if not calendar.is_working_day(day) or not _within(calendar.span(day), again_at):
        raise RuleViolation("Op dit moment wordt niet gebeld.", field="again_day")
    if calendar.is_beyond(at, again_at, LONGEST_PAUSE_DAYS):
        text = f"Kies een dag binnen {LONGEST_PAUSE_DAYS} werkdagen."
        raise RuleViolation(text, field="again_day")
    renew_term(callback=callback, due_at=again_at, at=at)


def _within(span: tuple[datetime, datetime], moment: datetime) -> bool:
    return span[0] <= moment <= span[1]


def _replace_number(callback: CallbackRequest, phone: str, by: User) -> None:
    """Another number was found: three new attempts on it."""
    if not phone:
        raise RuleViolation("Vul het nieuwe telefoonnummer in.", field="phone")
    resident = change_phone(resident_id=callback.resident_id, phone=phone, by=by)
    callback.failed_attempts = 0
    mark = None if resident.is_anonymous else caller_mark(phone, resident.name)
    if mark and CallbackRequest.objects.of_caller(mark).exclude(pk=callback.pk).exists():
        raise RuleViolation("Op dit nummer loopt al een verzoek van deze inwoner.", field="phone")
    callback.caller_mark = mark
