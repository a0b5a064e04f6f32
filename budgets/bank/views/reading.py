"""The lists, one line, and what is about to be matched."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from audit.services import record_view
from budgets.bank.accepting import chosen_of, pairs_in
from budgets.bank.models import BankLine
from budgets.bank.selecting import FIRST, PROPOSED, TABS, counted, lines_of
from budgets.bank.views.finding import ALL, LIVE, NONE, find_line, shown
from budgets.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.paging import keyset_page
from common.tabs import tabs_for


@require_GET
def line_list(request: EmployeeRequest) -> HttpResponse:
    """The lines of one list, with what fits them."""
    GRANTS.require(request.user, Action.MATCH_BANK)
    choice = request.GET.get("selectie", FIRST)
    choice = choice if choice in TABS else FIRST
    order, matched = ("answer_by", NONE) if choice in PROPOSED else ("-answer_by", LIVE)
    found = lines_of(request.user, choice)
    page = keyset_page(found, order, request.GET, size=settings.PAGE_SIZE, peek=True)
    rows = shown(request, page.rows, "bank.listed", matched)
    tabs = tabs_for(counted(request.user), "selectie", choice)
    context = {"page": page, "rows": rows, "tabs": tabs, "choice": choice}
    context |= {"label": TABS[choice], "can_tick": any(row.proposals for row in rows)}
    return render(request, "budgets/bank/list.html", context)


@require_GET
def line(request: EmployeeRequest, line_id: int) -> HttpResponse:
    """Everything of one line, with what was undone."""
    found = find_line(request, line_id)
    rows = shown(request, [found], "bank.read", ALL, subject=found)
    return render(request, "budgets/bank/detail.html", {"line": found, "row": rows[0]})


@require_GET
def preview(request: EmployeeRequest) -> HttpResponse:
    """What was ticked, and what it adds up to, before anything is posted (BI-8)."""
    decision = GRANTS.require(request.user, Action.MATCH_BANK)
    pairs = pairs_in(request.GET.getlist("paar"))
    rows = BankLine.objects.visible_to(request.user).in_bulk([pair.line_id for pair in pairs])
    found = chosen_of(pairs, rows, request.user)
    people = {each.resident_id for each in found if each.resident_id}
    record_view(request, "bank.listed", residents=people, decision=decision)
    if not found:
        return redirect("bank-lines")
    fitting = [each for each in found if each.fits]
    total = sum(each.pair.cents for each in fitting if each.line.is_incoming)
    context = {"rows": found, "count": len(fitting), "total": total}
    return render(request, "budgets/bank/preview.html", context)
