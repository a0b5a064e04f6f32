"""The minutes of a point, an agreement, and how that ended."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from cases.conferences import services
from cases.conferences.forms import AgreementForm, MinutesForm
from cases.conferences.models import ItemAgreement
from cases.conferences.views.finding import guests_at, knows_whom, seen_item
from cases.permissions import Action
from clusters.http import EmployeeRequest
from common.errors import RuleViolation
from common.forms import performed

TEMPLATE = "cases/conferences/item_act.html"


@require_http_methods(["GET", "POST"])
def minutes(request: EmployeeRequest, item_id: int) -> HttpResponse:
    """What was advised, and who was there."""
    item, grounds = seen_item(request, item_id, Action.WRITE_MINUTES)
    form = MinutesForm(request.POST or None, item=item, guests=guests_at(item))
    act = {"item_id": item.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.write_minutes, **act):
        messages.success(request, "Het verslag is bewaard. Leg nu de afspraken vast.")
        return redirect("item-detail", item.pk)
    if form.is_late:
        form.know(version=item.version)
    context = {"item": item, "form": form, "title": "Verslag schrijven"}
    context |= {"knows_whom": knows_whom(item, grounds), "late": form.is_late}
    return render(request, TEMPLATE, context)


@require_http_methods(["GET", "POST"])
def agree(request: EmployeeRequest, item_id: int) -> HttpResponse:
    """Who does what by which day."""
    item, grounds = seen_item(request, item_id, Action.WRITE_MINUTES)
    form = AgreementForm(request.POST or None, item=item, guests=guests_at(item))
    act = {"item_id": item.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.add_agreement, **act):
        messages.success(request, "De afspraak is vastgelegd.")
        return redirect("item-detail", item.pk)
    context = {"item": item, "form": form, "title": "Afspraak vastleggen"}
    context["knows_whom"] = knows_whom(item, grounds)
    return render(request, TEMPLATE, context)


@require_POST
def keep(request: EmployeeRequest, agreement_id: int) -> HttpResponse:
    """It is done."""
    return _end(request, agreement_id, "keep", "De afspraak is nagekomen.")


@require_POST
def drop(request: EmployeeRequest, agreement_id: int) -> HttpResponse:
    """It is not needed any more."""
    return _end(request, agreement_id, "drop", "De afspraak is vervallen.")


def _end(request: EmployeeRequest, agreement_id: int, step: str, text: str) -> HttpResponse:
    rows = ItemAgreement.objects.visible_to(request.user)
    row = get_object_or_404(rows, pk=agreement_id)
    try:
        services.end_agreement(agreement_id=row.pk, step=step, by=request.user)
        messages.success(request, text)
    except RuleViolation as broken:
        messages.error(request, str(broken))
    return redirect("item-detail", row.item_id)
