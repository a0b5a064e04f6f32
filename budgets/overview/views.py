"""The pages of the overview: what is there, what must come back, where it went; and as files."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from budgets.ledger.journal import entries_for
from budgets.overview.ageing import ageing, repaid
from budgets.overview.differentiation import differentiated
from budgets.overview.exporting import MOST_LINES, figure_sheets, journal_sheet
from budgets.overview.figures import commitments, pots_of
from budgets.overview.spending import Spending
from budgets.overview.summary import summary
from budgets.permissions import GRANTS, Action
from budgets.requests.models import BudgetRequest
from budgets.requests.selecting import AGES
from clusters.http import EmployeeRequest
from common.access import ground_for
from common.spreadsheets import Sheet, workbook
from common.tabs import tabs_for

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FIRST_YEAR = 2020
TOO_MANY = "Er zijn te veel boekingen voor Excel. Kies het CSV-bestand."


@require_GET
def overview(request: EmployeeRequest) -> HttpResponse:
    """What is there now, of this year, as far as this employee may see it."""
    grounds = _may_see(request)
    today = timezone.localdate()
    rows = BudgetRequest.objects.visible_to(request.user)
    context: dict[str, Any] = {"year": today.year, "pots": pots_of(request.user, today.year)}
    context["commitments"] = commitments(rows)
    context["banks"] = Action.MATCH_BANK in grounds
    context |= {"keeps": Action.KEEP_POTS in grounds, "exports": Action.EXPORT_LEDGER in grounds}
    context["sees_years"] = Action.SEE_YEARS in grounds
    return render(request, "budgets/overview/overview.html", context)


@require_GET
def advances(request: EmployeeRequest) -> HttpResponse:
    """What must come back, from whom and how late, and which part came back."""
    grounds = _may_see(request)
    rows, today = BudgetRequest.objects.visible_to(request.user), timezone.localdate()
    context: dict[str, Any] = {"ages": AGES, "ageing": ageing(rows, today)}
    context |= {"repaid": repaid(rows, _year(request)), "tabs": _years(request)}
    context |= {"year": _year(request), "exports": Action.EXPORT_LEDGER in grounds}
    return render(request, "budgets/overview/advances.html", context)


@require_GET
def spending(request: EmployeeRequest) -> HttpResponse:
    """Where the money of a year went, how quickly, and for whom more than once."""
    grounds = _may_see(request)
    rows = BudgetRequest.objects.visible_to(request.user)
    found = Spending(rows, _year(request), timezone.localdate())
    context: dict[str, Any] = {"spending": found, "charts": found.charts()}
    context |= {"tabs": _years(request), "year": found.year}
    context["exports"] = Action.EXPORT_LEDGER in grounds
    return render(request, "budgets/overview/spending.html", context)


@require_GET
def figures_file(request: EmployeeRequest) -> HttpResponse:
    """All figures of a year as a workbook, a sheet per table."""
    decision = GRANTS.require(request.user, Action.EXPORT_LEDGER)
    record_view(request, "ledger.exported", decision=decision)
    year = _year(request)
    sheets = figure_sheets(request.user, year, timezone.localdate())
    return _workbook(f"maatwerkbudget-{year}.xlsx", *sheets)


@require_GET
def journal_file(request: EmployeeRequest) -> HttpResponse:
    """Every entry as a workbook, as long as that many fit."""
    decision = GRANTS.require(request.user, Action.EXPORT_LEDGER)
    record_view(request, "ledger.exported", decision=decision)
    if entries_for(request.user).order_by()[: MOST_LINES + 1].count() > MOST_LINES:
        messages.warning(request, TOO_MANY)
        return redirect("budget-overview")
    return _workbook("boekingen-maatwerkbudget.xlsx", journal_sheet(request.user))


@require_GET
def totals(request: EmployeeRequest) -> HttpResponse:
    """Only sums per quarter and purpose, for the stuurgroep and the opdrachtgever (GJ-10)."""
    decision = GRANTS.require(request.user, Action.SEE_BUDGET_TOTALS)
    record_view(request, "ledger.totals_read", decision=decision)
    year, today = _year(request), timezone.localdate()
    context = {"year": str(year), "tabs": _years(request), "purposes": summary(year, today)}
    return render(request, "budgets/overview/totals.html", context)


@require_GET
def differentiation(request: EmployeeRequest) -> HttpResponse:
    """What is spent by the teams without a resident, beside the time of the waakvlam (BUD-7)."""
    grounds = _may_see(request)
    year = timezone.localdate().year
    context = {"year": year, "found": differentiated(request.user, year)}
    context["may_ask"] = Action.MAKE_REQUEST in grounds
    return render(request, "budgets/overview/differentiation.html", context)


def _may_see(request: EmployeeRequest) -> dict[Any, Any]:
    """Everything one may do here; that one looked is in the trail first."""
    grounds = GRANTS.grounds(request.user)
    record_view(request, "ledger.read", decision=ground_for(Action.SEE_OVERVIEW, grounds))
    return grounds


def _year(request: EmployeeRequest) -> int:
    """The year of the address, this year when it is none."""
    this, text = timezone.localdate().year, request.GET.get("jaar", "")
    year = int(text) if text.isascii() and text.isdecimal() and len(text) == 4 else this
    return year if FIRST_YEAR <= year <= this else this


def _years(request: EmployeeRequest) -> Any:
    """This year and the two before it, to choose from."""
    this = timezone.localdate().year
    years = {str(year): str(year) for year in (this, this - 1, this - 2)}
    return tabs_for(years, "jaar", str(_year(request)))


def _workbook(name: str, *sheets: Sheet) -> HttpResponse:
    response = HttpResponse(workbook(sheets), content_type=EXCEL)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
