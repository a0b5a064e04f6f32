"""The confirmation of a melding goes out, once, and stays as it went (WMO 2.3.2 lid 1–3)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cases.intakes.letter import Content, confirmation_of, stamp_of
from cases.intakes.lifecycle import LIFECYCLE
from cases.intakes.models import (
    BellKind,
    ConfirmationLetter,
    LetterWay,
    NotificationAct,
    WmoNotification,
)
from cases.intakes.papers import order_of
from cases.intakes.services.progress import drop_bells
from cases.intakes.services.tracing import create_trace
from cases.papers.services import ask_paper
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def confirm_notification(
    *, notification_id: int, way: str, stamp: str, by: User, at: datetime | None = None
) -> WmoNotification:
    """Freeze the letter that was looked at and write down that it went out.

    ``stamp`` is that of the letter on the screen. Sent twice, it is one letter.

    Rules: ML-7 (in writing, with support, personal plan and dates; frozen), ML-5 (somebody has it).
    Raises: RuleViolation when it changed meanwhile, nobody has it or it is over; PermissionDenied.
    Effects: a letter, of which the worker makes a PDF; the state; the bell of the confirmation
        falls silent; audit line.
    """
    at = at or timezone.now()
    rows = WmoNotification.objects.select_related("resident", "team", "handler")
    notification = rows.select_for_update(of=("self",)).get(pk=notification_id)
    decision = GRANTS.require(by, Action.CONFIRM_NOTIFICATION, notification)
    if ConfirmationLetter.objects.filter(notification=notification, sent_by=by).exists():
        return notification
    if notification.handler is None:
        raise RuleViolation("Nog niemand heeft deze melding. Pak haar eerst op.")
    notification.state = LIFECYCLE.target("confirm", notification.state)
    content = confirmation_of(notification, local_day(at))
    if stamp_of(content) != stamp:
        raise RuleViolation("De brief is intussen veranderd. Lees hem opnieuw.", field="stamp")
    letter = _freeze(notification, content, way, by, at)
    ask_paper(order=order_of(letter), by=by, decision=decision, at=at)
    notification.confirmed_at = at
    notification.save(update_fields=["state", "confirmed_at"])
    drop_bells(notification_id=notification.pk, kinds=[BellKind.CONFIRM])
    create_trace(
        notification=notification,
        act=NotificationAct.CONFIRMED,
        by=by,
        at=at,
        decision=decision,
        note=LetterWay(way).label,
        fields=["state", "confirmed_at"],
    )
    return notification


def _freeze(
    notification: WmoNotification, content: Content, way: str, by: User, at: datetime
) -> ConfirmationLetter:
    """Keep the words as they go out; the PDF is made of these."""
    return ConfirmationLetter.objects.create(
        notification=notification,
        resident=notification.resident,
        content=content,
        way=way,
        sent_at=at,
        sent_by=by,
    )
