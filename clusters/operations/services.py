"""The heartbeat: note that a periodic task did its work."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from clusters.operations.models import SweepRun


@transaction.atomic
def record_run(*, task: str, handled: int, at: datetime) -> None:
    """Note that ``task`` ran and how much it did; silence is what the health page looks for.

    Rules: design 6 (a page and a health endpoint show when the last sweep ran).
    Effects: none.
    """
    runs = SweepRun.objects.select_for_update().filter(task=task)
    if runs.update(ran_at=at, handled=handled, total_handled=F("total_handled") + handled):
        return
    SweepRun.objects.create(task=task, ran_at=at, handled=handled, total_handled=handled)
