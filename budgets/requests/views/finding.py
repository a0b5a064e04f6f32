"""One request for one employee: 404 out of scope, 403 without grant, a line in the trail."""

from typing import Any

from django.shortcuts import get_object_or_404

from audit.services import record_view
from budgets.permissions import GRANTS, Action
from budgets.requests.models import BudgetRequest
from clusters.http import EmployeeRequest
from common.access import ground_for

Grounds = dict[Any, Any]
PARTS = ("file", "decided_by", "paid_by", "proposed_by", "signed_by")


def seen_request(
    request: EmployeeRequest, request_id: int, action: Action = Action.SEE_REQUEST
) -> tuple[BudgetRequest, Grounds]:
    """The request with everything one may do to it; what is seen of it is in the trail first."""
    rows = BudgetRequest.objects.visible_to(request.user).for_list().select_related(*PARTS)
    found: BudgetRequest = get_object_or_404(rows, pk=request_id)
    grounds = GRANTS.grounds_in_scope(request.user, found)
    record_view(request, "budget.read", subject=found, decision=ground_for(action, grounds))
    return found, grounds
