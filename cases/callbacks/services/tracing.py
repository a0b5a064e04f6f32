"""What every act leaves behind: a line colleagues read and a line of the audit trail."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from audit.services import record
from cases.callbacks.models import CallbackRequest, CallbackStep, StepTaken
from clusters.models import User
from common.access import Decision


@transaction.atomic
def create_trace(
    *,
    callback: CallbackRequest,
    step: StepTaken,
    by: User | None,
    at: datetime,
    decision: Decision | None,
    note: str = "",
    fields: Iterable[str] = (),
) -> None:
    """Leave both lines in the transaction of the act; ``by=None`` is the system.

    ``note`` is for colleagues and stays with the request; the audit trail gets names of fields
    only.

    Rules: TB-13 (every act can be read back by the team and by the privacy officer).
    Raises: AuditUnavailable when the trail cannot be written: then the act did not happen.
    Effects: one step, one audit line.
    """
    CallbackStep.objects.create(
        callback=callback, resident_id=callback.resident_id, at=at, by=by, step=step, note=note
    )
    record(f"callback.{step}", callback, by=by, decision=decision, fields=fields)
