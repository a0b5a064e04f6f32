"""The consents of a resident: give one, take one back; the card shows them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from cases.permissions import Action
from cases.residents.forms.consents import ConsentForm, WithdrawForm
from cases.residents.models import Consent, Resident
from cases.residents.services import give_consent, withdraw_consent
from cases.residents.views.card import find
from clusters.http import EmployeeRequest
from common.access import ground_for
from common.forms import performed


@require_http_methods(["GET", "POST"])
def new(request: EmployeeRequest, resident_id: int) -> HttpResponse:
    """Write a consent down."""
    resident = _mine(request, resident_id, Action.GIVE_CONSENT)
    form = ConsentForm(request.POST or None, resident=resident)
    act = {"resident_id": resident.pk, "by": request.user}
    if request.method == "POST" and performed(form, give_consent, **act):
        messages.success(request, "De toestemming is bewaard.")
        return redirect("resident-detail", resident.pk)
    context = {"resident": resident, "form": form, "title": "Toestemming vastleggen"}
    return render(request, "cases/residents/consent.html", context)


@require_http_methods(["GET", "POST"])
def withdraw(request: EmployeeRequest, resident_id: int, consent_id: int) -> HttpResponse:
    """Take it back."""
    resident = _mine(request, resident_id, Action.WITHDRAW_CONSENT)
    rows = Consent.objects.for_card().filter(resident=resident)
    consent = get_object_or_404(rows, pk=consent_id)
    form = WithdrawForm(request.POST or None, consent=consent)
    act = {"consent_id": consent.pk, "by": request.user}
    if request.method == "POST" and performed(form, withdraw_consent, **act):
        messages.success(request, "De toestemming is ingetrokken.")
        return redirect("resident-detail", resident.pk)
    context = {"resident": resident, "form": form, "title": "Toestemming intrekken"}
    return render(request, "cases/residents/consent.html", context | {"consent": consent})


def _mine(request: EmployeeRequest, resident_id: int, needs: Action) -> Resident:
    """The resident, when this employee may do this."""
    resident, grounds = find(request, resident_id)
    ground_for(needs, grounds)
    return resident
