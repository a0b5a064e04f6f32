"""What every act on a melding leaves behind: a line for colleagues and a line of the trail."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from audit.services import record
from cases.intakes.models import NotificationAct, NotificationStep, WmoNotification
from clusters.models import User
from common.access import Decision


@transaction.atomic
def create_trace(
    *,
    notification: WmoNotification,
    act: NotificationAct,
    by: User,
    at: datetime,
    decision: Decision,
    note: str = "",
    fields: Iterable[str] = (),
) -> None:
    """Leave both lines in the transaction of the act; the trail gets names of fields only.

    Rules: ML-10 (every act can be read back).
    Raises: AuditUnavailable when the trail cannot be written: then the act did not happen.
    Effects: one step, one audit line.
    """
    NotificationStep.objects.create(
        notification=notification,
        resident_id=notification.resident_id,
        at=at,
        by=by,
        act=act,
        note=note,
    )
    record(f"notification.{act}", notification, by=by, decision=decision, fields=fields)
