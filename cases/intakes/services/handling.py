"""Who is on it: take a melding, give it back, hand it to a colleague."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cases.intakes.lifecycle import NotificationState
from cases.intakes.models import NotificationAct, WmoNotification, supports
from cases.intakes.services.tracing import create_trace
from cases.permissions import GRANTS, Action
from clusters.models import Membership, User
from clusters.notices.services import notify
from common.errors import RuleViolation


@transaction.atomic
def claim_notification(
    *, notification_id: int, by: User, at: datetime | None = None
) -> WmoNotification:
    """Take a melding nobody has yet; a second click changes nothing.

    Rules: ML-5 (one handler; the second is told who was first), CLO-3.
    Raises: RuleViolation when somebody was first or it is over; PermissionDenied.
    Effects: audit line.
    """
    notification = WmoNotification.objects.select_for_update().get(pk=notification_id)
    decision = GRANTS.require(by, Action.CLAIM_NOTIFICATION, notification)
    if notification.handler_id == by.pk and notification.is_open:
        return notification
    _check_open(notification)
    if notification.handler_id is not None:
        raise RuleViolation(f"{notification.handler} was u voor en heeft dit al opgepakt.")
    _refuse_supporter(notification, by)
    notification.handler = by
    notification.save(update_fields=["handler"])
    create_trace(
        notification=notification,
        act=NotificationAct.CLAIMED,
        by=by,
        at=at or timezone.now(),
        decision=decision,
        fields=["handler"],
    )
    return notification


@transaction.atomic
def release_notification(
    *, notification_id: int, by: User, at: datetime | None = None
) -> WmoNotification:
    """Put a melding back on the list of the team; the clocks run on.

    Rules: ML-5 (only before the confirmation: from then on the resident knows a name).
    Raises: RuleViolation; PermissionDenied.
    Effects: audit line.
    """
    notification = WmoNotification.objects.select_for_update().get(pk=notification_id)
    decision = GRANTS.require(by, Action.RELEASE_NOTIFICATION, notification)
    if notification.state != NotificationState.RECEIVED or notification.handler_id is None:
        raise RuleViolation("Teruggeven kan niet meer. Geef de melding aan een collega.")
    notification.handler = None
    notification.save(update_fields=["handler"])
    create_trace(
        notification=notification,
        act=NotificationAct.RELEASED,
        by=by,
        at=at or timezone.now(),
        decision=decision,
        fields=["handler"],
    )
    return notification


@transaction.atomic
def assign_notification(
    *, notification_id: int, person: User, by: User, at: datetime | None = None
) -> WmoNotification:
    """Hand a melding to a colleague of the team, who is told; the clocks run on.

    Rules: ML-5 (one handler, of the team of the melding), CLO-3.
    Raises: RuleViolation when the colleague cannot have it; PermissionDenied.
    Effects: audit line; a notice to the colleague.
    """
    at = at or timezone.now()
    notification = WmoNotification.objects.select_for_update().get(pk=notification_id)
    decision = GRANTS.require(by, Action.ASSIGN_NOTIFICATION, notification)
    _check_open(notification)
    team = Membership.objects.running(timezone.localdate(at)).filter(team_id=notification.team_id)
    if not team.handling().filter(user_id=person.pk).exists():
        raise RuleViolation("Deze collega werkt nu niet in dit team.", field="person")
    if notification.handler_id == person.pk:
        raise RuleViolation("Deze melding ligt al bij deze collega.", field="person")
    _refuse_supporter(notification, person)
    notification.handler = person
    notification.save(update_fields=["handler"])
    _tell(notification, person, by, at)
    create_trace(
        notification=notification,
        act=NotificationAct.ASSIGNED,
        by=by,
        at=at,
        decision=decision,
        note=f"Aan {person}",
        fields=["handler"],
    )
    return notification


def _tell(notification: WmoNotification, person: User, by: User, at: datetime) -> None:
    """A notice about a melding that came to somebody's desk just now."""
    notify(
        person_ids={person.pk} - {by.pk},
        text=f"{by} gaf u melding {notification}.",
        url_name="notification-detail",
        object_id=notification.pk,
        dedup_key=f"notification:{notification.pk}:assigned:{at:%Y%m%d%H%M%S%f}",
        at=at,
    )


def _refuse_supporter(notification: WmoNotification, person: User) -> None:
    """Who supports the resident does not handle the melding (CLO-3, OCO-3)."""
    if supports(notification, [person.pk]):
        text = f"{person} is cliëntondersteuner in deze melding en kan haar niet behandelen."
        raise RuleViolation(text, field="person")


def _check_open(notification: WmoNotification) -> None:
    if not notification.is_open:
        raise RuleViolation("Deze melding is afgerond en kan alleen nog gelezen worden.")
