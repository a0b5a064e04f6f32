"""Money that is asked, reserved or still to come back keeps a dossier open (MB-16)."""

from budgets.requests.models import BudgetRequest
from cases.dossiers.models import ResidentFile
from cases.dossiers.unfinished import also


@also
def open_budgets(file: ResidentFile) -> list[str]:
    """The numbers of what runs; one query."""
    rows = BudgetRequest.objects.filter(file=file).live().order_by("pk")
    return [f"maatwerkbudget {row}" for row in rows]
