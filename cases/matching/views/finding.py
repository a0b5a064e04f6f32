"""One match request for one employee: 404 out of scope, 403 without grant, a line in the trail."""

from typing import Any

from django.shortcuts import get_object_or_404

from audit.services import record_view
from cases.matching.models import MatchRequest
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.access import ground_for

Grounds = dict[Any, Any]
PARTS = (
    "file__director",
    "resident",
    "question__domain",
    "asked_by",
    "coordinator",
    "team",
    "cluster",
    "offer",
)


def seen_match(
    request: EmployeeRequest, match_id: int, action: Action = Action.SEE_MATCH
) -> tuple[MatchRequest, Grounds]:
    """The request with everything one may do to it; what is seen of it is in the trail first."""
    rows = MatchRequest.objects.visible_to(request.user).select_related(*PARTS)
    match: MatchRequest = get_object_or_404(rows, pk=match_id)
    grounds = GRANTS.grounds_in_scope(request.user, match)
    decision = ground_for(action, grounds)
    record_view(request, "match.read", subject=match, decision=decision)
    return match, grounds
