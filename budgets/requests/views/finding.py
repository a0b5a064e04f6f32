"""One request for one employee: 404 out of scope, 403 without grant, a line in the trail."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils import timezone

from audit.services import record_view
from budgets.permissions import GRANTS, Action
from budgets.requests.mandate import DecisionCard, card_for
from budgets.requests.models import BudgetRequest
from clusters.http import EmployeeRequest
from common.access import ground_for

Grounds = dict[Any, Any]
PARTS = ("file", "waakvlam", "decided_by", "paid_by", "proposed_by", "signed_by")


def seen_request(
    request: EmployeeRequest, request_id: int, action: Action = Action.SEE_REQUEST
) -> tuple[BudgetRequest, Grounds]:
    """The request with everything one may do to it; what is seen of it is in the trail first."""
    found, grounds = _found(request, request_id)
    record_view(request, "budget.read", subject=found, decision=ground_for(action, grounds))
    return found, grounds


def seen_with_card(request: EmployeeRequest, request_id: int) -> tuple[BudgetRequest, DecisionCard]:
    """The request for who decides, with the card; whose earlier help it shows is in the trail."""
    found, grounds = _found(request, request_id)
    decision = ground_for(Action.DECIDE_REQUEST, grounds)
    card = card_for(found, timezone.now())
    seen = {each.resident_id for each in card.earlier if each.resident_id is not None}
    record_view(request, "budget.read", subject=found, residents=seen, decision=decision)
    return found, card


def _found(request: EmployeeRequest, request_id: int) -> tuple[BudgetRequest, Grounds]:
    rows = BudgetRequest.objects.visible_to(request.user).for_list().select_related(*PARTS)
    found: BudgetRequest = get_object_or_404(rows, pk=request_id)
    return found, GRANTS.grounds_in_scope(request.user, found)
