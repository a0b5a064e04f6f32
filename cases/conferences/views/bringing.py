"""Bring a point from a dossier, move it to another meeting, and take it back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from cases.conferences import services
from cases.conferences.forms import BringForm, MoveItemForm, WithdrawForm
from cases.conferences.views.finding import seen_item
from cases.dossiers.views.finding import find_file
from cases.permissions import Action
from clusters.http import EmployeeRequest
from common.forms import perform, performed

TEMPLATE = "cases/conferences/item_act.html"


@require_http_methods(["GET", "POST"])
def bring(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """Put a question from a dossier on the agenda of a meeting."""
    file, _ = find_file(request, file_id, Action.BRING_ITEM, "item.prepared")
    form = BringForm(request.POST or None, file=file)
    act = {"file_id": file.pk, "by": request.user}
    item = perform(form, services.bring_item, **act) if request.method == "POST" else None
    if item is not None:
        messages.success(request, f"{item} staat op de agenda. Nodig nu uit wie meepraat.")
        return redirect("item-detail", item.pk)
    return render(request, "cases/conferences/bring.html", {"file": file, "form": form})


@require_http_methods(["GET", "POST"])
def move(request: EmployeeRequest, item_id: int) -> HttpResponse:
    """To another meeting."""
    item, _ = seen_item(request, item_id, Action.BRING_ITEM)
    form = MoveItemForm(request.POST or None, item=item)
    act = {"item_id": item.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.move_item, **act):
        messages.success(request, f"{item} is verplaatst. Wie komt, heeft bericht.")
        return redirect("item-detail", item.pk)
    context = {"item": item, "form": form, "title": "Ander overleg", "knows_whom": True}
    return render(request, TEMPLATE, context)


@require_http_methods(["GET", "POST"])
def withdraw(request: EmployeeRequest, item_id: int) -> HttpResponse:
    """It need not be discussed."""
    item, _ = seen_item(request, item_id, Action.BRING_ITEM)
    form = WithdrawForm(request.POST or None)
    act = {"item_id": item.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.withdraw_item, **act):
        messages.success(request, f"{item} is ingetrokken.")
        return redirect("item-detail", item.pk)
    context = {"item": item, "form": form, "title": "Punt intrekken", "knows_whom": True}
    return render(request, TEMPLATE, context)
