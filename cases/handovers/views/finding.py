"""One hand-over for one employee: 404 out of scope, 403 without grant, a line in the trail."""

from typing import Any

from django.shortcuts import get_object_or_404

from audit.services import record_view
from cases.handovers.models import Handover
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.access import ground_for

Grounds = dict[Any, Any]
PARTS = (
    "file__director",
    "resident",
    "from_team",
    "to_team",
    "offered_by",
    "drafted_by",
    "ended_by",
    "director",
    "returns",
)


def seen_handover(
    request: EmployeeRequest, handover_id: int, action: Action = Action.SEE_HANDOVER
) -> tuple[Handover, Grounds]:
    """The hand-over with everything one may do to it; what is seen is in the trail first."""
    rows = Handover.objects.visible_to(request.user).select_related(*PARTS)
    handover: Handover = get_object_or_404(rows, pk=handover_id)
    grounds = GRANTS.grounds_in_scope(request.user, handover)
    decision = ground_for(action, grounds)
    record_view(request, "handover.read", subject=handover, decision=decision)
    return handover, grounds
