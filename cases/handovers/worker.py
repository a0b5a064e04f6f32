"""What the worker does with hand-overs: one transaction for each."""

from datetime import datetime

from cases.handovers.models import Handover
from cases.handovers.services import expire_handover

AT_ONCE = 200


def expire_handovers(*, at: datetime) -> int:
    """Give back everything without an answer in time (OD-9); returns how many."""
    rows = Handover.objects.expired(at).order_by("pk").values_list("pk", "file_id")
    pairs = list(rows[:AT_ONCE])
    return sum(expire_handover(handover_id=pk, file_id=file, at=at) for pk, file in pairs)
