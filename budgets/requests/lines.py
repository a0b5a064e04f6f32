"""What happens with the money of a dossier, on its line: never a word or an amount (MB-28)."""

from budgets.requests.models import BudgetRequest
from cases.dossiers.models import LineKind
from cases.dossiers.models.doors import also_open
from cases.dossiers.models.elsewhere import also_hear

EVENTS = {
    "budget.requested": "Maatwerkbudget gevraagd",
    "budget.approved": "Maatwerkbudget toegekend",
    "budget.refused": "Maatwerkbudget afgewezen",
    "budget.withdrawn": "Aanvraag maatwerkbudget ingetrokken",
    "budget.paid": "Maatwerkbudget betaald",
    "budget.bounced": "Betaling van maatwerkbudget kwam terug",
    "budget.repaid": "Voorschot terugbetaald",
    "budget.denied": "Fonds betaalt voorschot niet terug",
    "budget.given": "Voorschot werd een gift",
    "budget.planned": "Terugbetalen afgesproken",
    "budget.written_off": "Voorschot afgeboekt",
}

also_hear(LineKind.MONEY, "budget-request", EVENTS)
also_open(LineKind.MONEY, BudgetRequest.objects.visible_to)
