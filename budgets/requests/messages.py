"""What employees are told about requests; never a name of a resident and never an amount."""

from budgets.requests.models import BudgetRequest


def to_decide_text(request: BudgetRequest) -> str:
    """For who decides."""
    urgent = "Spoed: a" if request.is_urgent else "A"
    return f"{urgent}anvraag maatwerkbudget {request} wacht op uw besluit."


def undecided_text(request: BudgetRequest) -> str:
    """For the next level, when it is urgent and nobody decided."""
    return f"Spoed: over aanvraag maatwerkbudget {request} is niet op tijd besloten. Beslis nu."


def decided_text(request: BudgetRequest) -> str:
    """For who asked."""
    return f"Over uw aanvraag maatwerkbudget {request} is besloten: {_state(request)}."


def lapsed_text(request: BudgetRequest) -> str:
    """For who asked, when nobody paid in time."""
    return f"De reservering voor {request} is vervallen: er is niet op tijd betaald."


def late_text(request: BudgetRequest, days: int) -> str:
    """For who must ask where the money is."""
    day = "dag" if days == 1 else "dagen"
    return f"Het voorschot van {request} is {days} {day} te laat. Vraag na waar het blijft."


def denied_text(request: BudgetRequest) -> str:
    """For who decides what happens now."""
    return f"Het fonds betaalt het voorschot van {request} niet terug. Besluit hoe het verder gaat."


def proposed_text(request: BudgetRequest) -> str:
    """For the second signature."""
    return f"Voor het afboeken van {request} is een tweede handtekening nodig."


def _state(request: BudgetRequest) -> str:
    return str(request.get_state_display()).lower()
