"""The pages of the ledger: the entries of a pot, a file of all, and the acts with pots."""

import csv
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from audit.services import record_view
from budgets.ledger import services
from budgets.ledger.balances import balances_of
from budgets.ledger.forms import MoveForm, PotForm
from budgets.ledger.journal import COLUMNS, entries_for, lines_for
from budgets.ledger.models import Pot
from budgets.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.forms import performed
from common.paging import keyset_page


@require_GET
def entries(request: EmployeeRequest, pot_id: int) -> HttpResponse:
    """The entries of one pot and what they add up to."""
    decision = GRANTS.require(request.user, Action.SEE_OVERVIEW)
    rows = Pot.objects.visible_to(request.user).select_related("cluster")
    pot = get_object_or_404(rows, pk=pot_id)
    record_view(request, "ledger.read", subject=pot, decision=decision)
    found = entries_for(request.user).filter(pot=pot)
    page = keyset_page(found, "-at", request.GET, size=settings.PAGE_SIZE)
    context = {"pot": pot, "page": page, "balance": balances_of([pot])[pot.pk]}
    return render(request, "budgets/ledger/entries.html", context)


@require_GET
def export(request: EmployeeRequest) -> HttpResponse:
    """Every entry as a file for a spreadsheet."""
    decision = GRANTS.require(request.user, Action.EXPORT_LEDGER)
    record_view(request, "ledger.exported", decision=decision)
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="boekingen-maatwerkbudget.csv"'
    out = csv.writer(response, delimiter=";")
    out.writerow(COLUMNS)
    out.writerows(lines_for(request.user))
    return response


@require_http_methods(["GET", "POST"])
def open_pot(request: EmployeeRequest) -> HttpResponse:
    """A pot of a year."""
    return _act(request, PotForm(request.POST or None), services.open_pot, "Pot openen")


@require_http_methods(["GET", "POST"])
def move(request: EmployeeRequest) -> HttpResponse:
    """From one pot to another."""
    act = services.move_between_pots
    return _act(request, MoveForm(request.POST or None), act, "Overhevelen tussen potten")


def _act(request: EmployeeRequest, form: Any, act: Any, title: str) -> HttpResponse:
    decision = GRANTS.require(request.user, Action.KEEP_POTS)
    record_view(request, "ledger.read", decision=decision)
    if request.method == "POST" and performed(form, act, by=request.user):
        messages.success(request, "Geboekt.")
        return redirect("budget-overview")
    return render(request, "budgets/ledger/act.html", {"form": form, "title": title})
