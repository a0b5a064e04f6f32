"""The way of a melding: the investigation starts and ends, or the melding ends without one."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cases.intakes.lifecycle import LIFECYCLE
from cases.intakes.models import BellKind, BellState, NotificationAct, WmoNotification
from cases.intakes.services.tracing import create_trace
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.access import Decision
from common.errors import RuleViolation


@transaction.atomic
def start_investigation(
    *, notification_id: int, by: User, at: datetime | None = None
) -> WmoNotification:
    """Begin the investigation; the six weeks do not begin again, they run since the melding.

    Rules: ML-8 (after the confirmation, in which support was pointed out), ML-3.
    Raises: RuleViolation in another state; PermissionDenied.
    Effects: audit line.
    """
    notification, decision = _locked(notification_id, by)
    notification.state = LIFECYCLE.target("start", notification.state)
    notification.save(update_fields=["state"])
    create_trace(
        notification=notification,
        act=NotificationAct.STARTED,
        by=by,
        at=at or timezone.now(),
        decision=decision,
        fields=["state"],
    )
    return notification


@transaction.atomic
def complete_investigation(
    *, notification_id: int, by: User, at: datetime | None = None
) -> WmoNotification:
    """End the investigation; reminders fall silent.

    Rules: ML-8.
    Raises: RuleViolation in another state; PermissionDenied.
    Effects: audit line.
    """
    notification, decision = _locked(notification_id, by)
    _end(notification, "complete", "", at or timezone.now())
    create_trace(
        notification=notification,
        act=NotificationAct.COMPLETED,
        by=by,
        at=at or timezone.now(),
        decision=decision,
        fields=["state", "ended_at"],
    )
    return notification


@transaction.atomic
def withdraw_notification(
    *, notification_id: int, reason: str, by: User, at: datetime | None = None
) -> WmoNotification:
    """The resident takes the melding back.

    Rules: ML-8 (with a reason; it stays on file).
    Raises: RuleViolation when it is over or without a reason; PermissionDenied.
    Effects: audit line; reminders fall silent.
    """
    notification, decision = _locked(notification_id, by)
    _end(notification, "withdraw", _checked(reason), at or timezone.now())
    create_trace(
        notification=notification,
        act=NotificationAct.WITHDRAWN,
        by=by,
        at=at or timezone.now(),
        decision=decision,
        note=reason,
        fields=["state", "ended_at", "end_reason"],
    )
    return notification


@transaction.atomic
def drop_notification(
    *, notification_id: int, reason: str, by: User, at: datetime | None = None
) -> WmoNotification:
    """End a melding without an investigation, because the question is answered.

    Rules: ML-8 (with a reason, before the investigation began).
    Raises: RuleViolation when it is too late or without a reason; PermissionDenied.
    Effects: audit line; reminders fall silent.
    """
    notification, decision = _locked(notification_id, by)
    _end(notification, "drop", _checked(reason), at or timezone.now())
    create_trace(
        notification=notification,
        act=NotificationAct.DROPPED,
        by=by,
        at=at or timezone.now(),
        decision=decision,
        note=reason,
        fields=["state", "ended_at", "end_reason"],
    )
    return notification


@transaction.atomic
def drop_bells(*, notification_id: int, kinds: Sequence[str]) -> None:
    """Silence what no longer has to happen; call it with the melding locked.

    Rules: ML-9 (what is done reminds nobody).
    Effects: pending reminders become dropped.
    """
    notification = WmoNotification.objects.select_for_update().get(pk=notification_id)
    pending = notification.reminders.filter(kind__in=kinds, state=BellState.PENDING)
    pending.update(state=BellState.DROPPED)


def _locked(notification_id: int, by: User) -> tuple[WmoNotification, Decision]:
    """The melding, locked, and why this employee may move it on."""
    notification = WmoNotification.objects.select_for_update().get(pk=notification_id)
    return notification, GRANTS.require(by, Action.MOVE_NOTIFICATION, notification)


def _end(notification: WmoNotification, step: str, reason: str, at: datetime) -> None:
    notification.state = LIFECYCLE.target(step, notification.state)
    notification.ended_at, notification.end_reason = at, reason
    notification.save(update_fields=["state", "ended_at", "end_reason"])
    drop_bells(notification_id=notification.pk, kinds=BellKind.values)


def _checked(reason: str) -> str:
    """The reason, when there is one."""
    if not reason.strip():
        raise RuleViolation("Schrijf op waarom.", field="reason")
    return reason
