"""The page of the overview."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from budgets.overview.figures import ageing, commitments, pots_of, spending
from budgets.permissions import GRANTS, Action
from budgets.requests.models import BudgetRequest
from budgets.requests.selecting import AGES
from clusters.http import EmployeeRequest
from common.access import ground_for


@require_GET
def overview(request: EmployeeRequest) -> HttpResponse:
    """What is there now, of this year, as far as this employee may see it."""
    grounds = GRANTS.grounds(request.user)
    decision = ground_for(Action.SEE_OVERVIEW, grounds)
    record_view(request, "ledger.read", decision=decision)
    today = timezone.localdate()
    rows = BudgetRequest.objects.visible_to(request.user)
    context = {"year": today.year, "ages": AGES, "pots": pots_of(request.user, today.year)}
    context |= {"commitments": commitments(rows), "ageing": ageing(rows, today)}
    context["purposes"] = spending(rows, today.year, "purpose", "doel")
    context["clusters"] = spending(rows, today.year, "team__cluster", "cluster")
    context["banks"] = Action.MATCH_BANK in grounds
    context |= {"keeps": Action.KEEP_POTS in grounds, "exports": Action.EXPORT_LEDGER in grounds}
    return render(request, "budgets/overview/overview.html", context)
