"""The end of a request: closed with an outcome, withdrawn by the caller, or opened again."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cases.callbacks.lifecycle import LIFECYCLE
from cases.callbacks.models import CallbackNorm, CallbackOutcome, CallbackRequest, StepTaken
from cases.callbacks.services.terms import drop_reminders, renew_term
from cases.callbacks.services.tracing import create_trace
from cases.permissions import GRANTS, Action
from clusters.models import Membership, User, working_calendar
from clusters.notices.services import notify
from common.errors import RuleViolation

WITHDRAWN = "ingetrokken"


@transaction.atomic
def close_callback(
    *,
    callback_id: int,
    outcome: CallbackOutcome,
    outcome_note: str,
    by: User,
    at: datetime | None = None,
) -> CallbackRequest:
    """End a request with what came of it; from then on it can only be read.

    Rules: TB-8 (an outcome; read-only afterwards).
    Raises: RuleViolation when it is not being handled; PermissionDenied.
    Effects: audit line; reminders fall silent.
    """
    at = at or timezone.now()
    callback = CallbackRequest.objects.select_for_update().get(pk=callback_id)
    decision = GRANTS.require(by, Action.CLOSE_CALLBACK, callback)
    _end(callback, "close", outcome, outcome_note, at)
    create_trace(
        callback=callback,
        step=StepTaken.CLOSED,
        by=by,
        at=at,
        decision=decision,
        note=str(outcome),
        fields=["state", "outcome"],
    )
    return callback


@transaction.atomic
def cancel_callback(*, callback_id: int, by: User, at: datetime | None = None) -> CallbackRequest:
    """The caller says it is no longer needed; whoever had it on the desk is told.

    Rules: TB-10 (the contact centre withdraws what it wrote, while it is open).
    Raises: RuleViolation when it is closed already; PermissionDenied.
    Effects: audit line; a notice to the handler; reminders fall silent.
    """
    at = at or timezone.now()
    callback = CallbackRequest.objects.select_for_update().get(pk=callback_id)
    decision = GRANTS.require(by, Action.CANCEL_CALLBACK, callback)
    handler_id = callback.handler_id
    _end(callback, "cancel", CallbackOutcome.objects.get(code=WITHDRAWN), "", at)
    if handler_id:
        notify(
            person_ids=[handler_id],
            text=f"Terugbelverzoek {callback} is ingetrokken: u hoeft niet meer te bellen.",
            url_name="callback-detail",
            object_id=callback.pk,
            dedup_key=f"callback:{callback.pk}:cancelled:{callback.term_round}",
            at=at,
        )
    create_trace(
        callback=callback,
        step=StepTaken.CANCELLED,
        by=by,
        at=at,
        decision=decision,
        fields=["state", "outcome"],
    )
    return callback


@transaction.atomic
def reopen_callback(
    *, callback_id: int, reason: str, by: User, at: datetime | None = None
) -> CallbackRequest:
    """Make a closed request a new promise: the resident must be called after all.

    Rules: TB-9 (a reason; the norm counts from now; the team is told).
    Raises: RuleViolation when it is open, without a reason, or when the caller has another open
        request (TB-14); PermissionDenied.
    Effects: audit line with the reason; a new term; a notice to the team.
    """
    at = at or timezone.now()
    callback = CallbackRequest.objects.select_for_update().get(pk=callback_id)
    decision = GRANTS.require(by, Action.REOPEN_CALLBACK, callback)
    callback.state = LIFECYCLE.target("reopen", callback.state)
    if not reason.strip():
        raise RuleViolation("Schrijf op waarom er weer gebeld moet worden.", field="reason")
    _check_alone(callback)
    callback.outcome = callback.closed_at = callback.handler = None
    callback.outcome_note, callback.failed_attempts = "", 0
    norm = CallbackNorm.objects.get(code=callback.urgency)
    renew_term(callback=callback, due_at=norm.term_after(at, working_calendar()), at=at)
    callback.save()
    _tell_team(callback, by, at)
    create_trace(
        callback=callback,
        step=StepTaken.REOPENED,
        by=by,
        at=at,
        decision=decision,
        note=reason,
        fields=["state", "due_at"],
    )
    return callback


def _check_alone(callback: CallbackRequest) -> None:
    """One open request per caller: then the new question belongs to the other one (TB-14)."""
    if callback.caller_mark is None:
        return
    other = CallbackRequest.objects.of_caller(callback.caller_mark).exclude(pk=callback.pk)
    number = other.values_list("pk", flat=True).first()
    if number is not None:
        raise RuleViolation(f"Van deze inwoner loopt al TB-{number:06d}. Ga daar verder.")


def _tell_team(callback: CallbackRequest, by: User, at: datetime) -> None:
    """Everybody who calls back for the team learns that the request waits again, but ``by``."""
    running = Membership.objects.running(timezone.localdate(at)).handling()
    people = running.filter(team_id=callback.team_id).exclude(user=by)
    notify(
        person_ids=set(people.values_list("user_id", flat=True)),
        text=f"Terugbelverzoek {callback} is heropend en wacht op uw team.",
        url_name="callback-detail",
        object_id=callback.pk,
        dedup_key=f"callback:{callback.pk}:reopened:{callback.term_round}",
        at=at,
    )


def _end(
    callback: CallbackRequest, step: str, outcome: CallbackOutcome, note: str, at: datetime
) -> None:
    """Close a locked request."""
    callback.state = LIFECYCLE.target(step, callback.state)
    callback.outcome, callback.outcome_note, callback.closed_at = outcome, note, at
    callback.paused_at = callback.paused_until = None
    callback.pause_reason = ""
    drop_reminders(callback_id=callback.pk)
    callback.save()
