"""Telling who must know in time that a melding waits (ML-9)."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.intakes.messages import reminder_text
from cases.intakes.models import BellKind, BellState, NotificationReminder, WmoNotification
from clusters.models import Membership, Role
from clusters.notices.services import notify

FOR_MANAGERS = (BellKind.URGENT, BellKind.AT_END)


@transaction.atomic
def deliver_notification_reminder(*, reminder_id: int, at: datetime) -> bool:
    """Deliver one due reminder, or leave it when another worker has it; True when delivered.

    The melding is locked before the reminder, as every act does, so that the two never wait for
    each other. Notice, mark and audit line are one transaction.

    Rules: ML-9 (handler or team; at the end and when urgent the manager too; each exactly once,
        and never to nobody).
    Raises: nothing.
    Effects: notices, audit line.
    """
    notification = _hold(reminder_id)
    if notification is None:
        return False
    rows = NotificationReminder.objects.select_for_update().due(at)
    reminder = rows.filter(pk=reminder_id).first()
    if reminder is None:
        return False
    people, page = _who(notification, reminder.kind, at)
    if not people:
        return False  # it waits until there is somebody to tell
    reminder.state, reminder.done_at = BellState.DONE, at
    reminder.save(update_fields=["state", "done_at"])
    notify(
        person_ids=people,
        text=reminder_text(notification, reminder.kind),
        url_name=page,
        object_id=notification.pk if page == "notification-detail" else None,
        dedup_key=reminder.dedup_key,
        at=at,
    )
    record(f"notification.reminded.{reminder.kind}", notification, by=None)
    return True


def _hold(reminder_id: int) -> WmoNotification | None:
    """The melding of a reminder, locked; None when somebody else has it in hand."""
    number = NotificationReminder.objects.filter(pk=reminder_id).values("notification_id")
    rows = WmoNotification.objects.select_for_update(skip_locked=True, of=("self",))
    return rows.filter(pk__in=number).first()


def _who(notification: WmoNotification, kind: str, at: datetime) -> tuple[set[int], str]:
    """The people to tell and the page their notice opens.

    A worker of the team may read a melding nobody has; one of a colleague only the manager.
    """
    running = Membership.objects.running(timezone.localdate(at))
    team = running.filter(team_id=notification.team_id).handling()
    managers = _ids(team.filter(role=Role.TEAM_MANAGER))
    people = _ids(team.filter(user_id=notification.handler_id))
    if not people and notification.handler_id is None:
        people = _ids(team.exclude(role=Role.TEAM_MANAGER))
    if kind in FOR_MANAGERS or not people:
        people |= managers
    if people:
        return people, "notification-detail"
    return _ids(running.filter(role=Role.APPLICATION_MANAGER)), "operations"


def _ids(rows: Any) -> set[int]:
    return set(rows.values_list("user_id", flat=True))
