"""How a request stands, in a word and a colour; never a colour alone."""

from datetime import date

from budgets.requests.lifecycle import AdvanceState, RequestState
from budgets.requests.models import BudgetRequest
from cases.callbacks.models.lights import Light

KINDS = {
    RequestState.WAITING: "warning",
    RequestState.APPROVED: "info",
    RequestState.PAID: "ok",
}


def light_of(request: BudgetRequest, today: date) -> Light:
    """Where it is; of an advance how late it is."""
    if request.state == RequestState.WAITING and request.is_urgent:
        return Light(
            "late", "Spoed: niet op tijd" if request.is_escalated else "Spoed: te beslissen"
        )
    if request.advance == AdvanceState.NONE:
        kind = KINDS.get(RequestState(request.state), "neutral")
        return Light(kind, request.get_state_display())
    days = request.days_late(today)
    if days:
        return Light("late", "1 dag te laat" if days == 1 else f"{days} dagen te laat")
    kind = "warning" if request.is_unsettled else "ok"
    return Light(kind, request.get_advance_display())
