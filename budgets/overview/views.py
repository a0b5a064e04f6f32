"""The page of the overview."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from budgets.overview.differentiation import differentiated
from budgets.overview.figures import ageing, commitments, pots_of, spending
from budgets.overview.summary import summary
from budgets.permissions import GRANTS, Action
from budgets.requests.models import BudgetRequest
from budgets.requests.selecting import AGES
from clusters.http import EmployeeRequest
from common.access import ground_for
from common.tabs import tabs_for

YEARS = 3
"""So many years can be looked back at."""


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
    context |= {"keeps": Action.KEEP_POTS in grounds, "exports": Action.EXPORT_LEDGER in grounds}
    return render(request, "budgets/overview/overview.html", context)


@require_GET
def totals(request: EmployeeRequest) -> HttpResponse:
    """Only sums per quarter and purpose, for the stuurgroep and the opdrachtgever (GJ-10)."""
    decision = GRANTS.require(request.user, Action.SEE_BUDGET_TOTALS)
    record_view(request, "ledger.totals_read", decision=decision)
    today = timezone.localdate()
    years = {str(today.year - ago): str(today.year - ago) for ago in range(YEARS)}
    chosen = request.GET.get("jaar", "")
    chosen = chosen if chosen in years else str(today.year)
    context = {"year": chosen, "tabs": tabs_for(years, "jaar", chosen)}
    return render(
        request,
        "budgets/overview/totals.html",
        context | {"purposes": summary(int(chosen), today)},
    )


@require_GET
def differentiation(request: EmployeeRequest) -> HttpResponse:
    """What is spent by the teams without a resident, beside the time of the waakvlam (BUD-7)."""
    grounds = GRANTS.grounds(request.user)
    decision = ground_for(Action.SEE_OVERVIEW, grounds)
    record_view(request, "ledger.read", decision=decision)
    year = timezone.localdate().year
    context = {"year": year, "found": differentiated(request.user, year)}
    context["may_ask"] = Action.MAKE_REQUEST in grounds
    return render(request, "budgets/overview/differentiation.html", context)
