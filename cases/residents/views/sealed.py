"""Opening and changing what is closed. A number that was opened is on one page and nowhere else."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from audit.services import record_view
from cases.permissions import Action
from cases.residents import services
from cases.residents.forms.sealed import BsnForm, OfCardForm, ReasonForm, SecretAddressForm
from cases.residents.models import Resident
from cases.residents.views.card import address_reason, bsn_reason, find, show
from clusters.http import EmployeeRequest
from common.access import ground_for
from common.forms import perform, performed


@require_POST
def show_bsn(request: EmployeeRequest, resident_id: int) -> HttpResponse:
    """The whole BSN, on this page only."""
    form = bsn_reason(resident_id, request.POST)
    return _open(request, resident_id, Action.SHOW_BSN, form, services.open_bsn)


@require_POST
def show_address(request: EmployeeRequest, resident_id: int) -> HttpResponse:
    """The secret address, on this page only."""
    form = address_reason(resident_id, request.POST)
    return _open(request, resident_id, Action.SHOW_HIDDEN_ADDRESS, form, services.open_address)


@require_http_methods(["GET", "POST"])
def bsn(request: EmployeeRequest, resident_id: int) -> HttpResponse:
    """Keep the BSN, another one, or none."""
    resident, grounds = find(request, resident_id)
    decision = ground_for(Action.CHANGE_BSN, grounds)
    form = BsnForm(_sent(request), initial={"version": resident.version})
    act = {"resident_id": resident.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.change_bsn, **act):
        messages.success(request, "Het BSN is bewaard.")
        return redirect("resident-detail", resident.pk)
    if form.is_bound and services.IN_USE in form.errors.get("bsn", []):
        record_view(request, "resident.bsn_in_use", subject=resident, decision=decision)
    _show_version(form, resident)
    context = {"resident": resident, "form": form, "title": "BSN"}
    return render(request, "cases/residents/act.html", context)


@require_http_methods(["GET", "POST"])
def secret_address(request: EmployeeRequest, resident_id: int) -> HttpResponse:
    """Keep an address closed; the form never shows the one that is kept."""
    resident, grounds = find(request, resident_id)
    ground_for(Action.CHANGE_HIDDEN_ADDRESS, grounds)
    form = SecretAddressForm(_sent(request), initial={"version": resident.version})
    act = {"resident_id": resident.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.seal_address, **act):
        messages.success(request, "Het adres is geheim bewaard.")
        return redirect("resident-detail", resident.pk)
    _show_version(form, resident)
    context = {"resident": resident, "form": form, "title": "Geheim adres"}
    return render(request, "cases/residents/act.html", context)


@require_http_methods(["GET", "POST"])
def lift(request: EmployeeRequest, resident_id: int) -> HttpResponse:
    """The address is no longer secret."""
    resident, grounds = find(request, resident_id)
    ground_for(Action.CHANGE_HIDDEN_ADDRESS, grounds)
    url = reverse("resident-secrecy-lift", args=[resident.pk])
    form = ReasonForm(request.POST or None, button="Niet meer geheim", address=url)
    act = {"resident_id": resident.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.lift_secrecy, **act):
        messages.success(request, "Het adres is niet meer geheim.")
        return redirect("resident-detail", resident.pk)
    context = {"resident": resident, "form": form, "title": "Adres niet meer geheim"}
    return render(request, "cases/residents/act.html", context)


def _sent(request: EmployeeRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _show_version(form: OfCardForm, resident: Resident) -> None:
    """After a colleague was first the form stands on what they saved."""
    if not form.has_error("version"):
        return
    resident.refresh_from_db(fields=["version"])
    form.show_version(resident.version)


def _open(
    request: EmployeeRequest,
    resident_id: int,
    needs: Action,
    form: ReasonForm,
    act: Callable[..., services.Opened],
) -> HttpResponse:
    """The page of the resident with what was asked for, or with what the reason lacks."""
    resident, grounds = find(request, resident_id)
    ground_for(needs, grounds)
    opened = perform(form, act, resident_id=resident.pk, by=request.user)
    return show(request, resident, grounds, opened=opened, asked=None if opened else form)
