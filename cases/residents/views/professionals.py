"""Who is involved already outside the team: add somebody, or change (MAN-6)."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from cases.permissions import Action
from cases.residents.forms.professionals import ProfessionalForm
from cases.residents.models import InvolvedProfessional, Resident
from cases.residents.services import change_professional, create_professional
from cases.residents.views.card import find
from clusters.http import EmployeeRequest
from common.access import ground_for
from common.forms import performed

TITLE = "Betrokken professional"


@require_http_methods(["GET", "POST"])
def new(request: EmployeeRequest, resident_id: int) -> HttpResponse:
    """Write somebody down."""
    resident = _mine(request, resident_id)
    form = ProfessionalForm(request.POST or None, resident=resident)
    act = {"resident_id": resident.pk, "by": request.user}
    if request.method == "POST" and performed(form, _create, **act):
        messages.success(request, "Bewaard.")
        return redirect("resident-detail", resident.pk)
    context = {"resident": resident, "form": form, "title": TITLE, "theirs": None}
    return render(request, "cases/residents/professional.html", context)


@require_http_methods(["GET", "POST"])
def change(request: EmployeeRequest, resident_id: int, professional_id: int) -> HttpResponse:
    """Keep what is known now; when a colleague was first, both stand on the page."""
    resident = _mine(request, resident_id)
    rows = InvolvedProfessional.objects.for_card().filter(resident=resident)
    known = get_object_or_404(rows, pk=professional_id)
    form = ProfessionalForm(request.POST or None, resident=resident, known=known)
    act = {"resident_id": resident.pk, "professional_id": known.pk, "by": request.user}
    if request.method == "POST" and performed(form, _change, **act):
        messages.success(request, "Bewaard.")
        return redirect("resident-detail", resident.pk)
    context = {"resident": resident, "form": form, "title": TITLE}
    context |= {"theirs": _show_both(form, known)}
    return render(request, "cases/residents/professional.html", context)


def _mine(request: EmployeeRequest, resident_id: int) -> Resident:
    """The resident, when this employee may change the card."""
    resident, grounds = find(request, resident_id)
    ground_for(Action.CHANGE_RESIDENT, grounds)
    return resident


def _create(*, version: int, **answers: Any) -> InvolvedProfessional:
    """Somebody new has no version to compare."""
    return create_professional(**answers)


def _change(*, submission_key: uuid.UUID, **answers: Any) -> InvolvedProfessional:
    """Somebody we know is saved by version; the key is of a new one."""
    return change_professional(**answers)


def _show_both(form: ProfessionalForm, known: InvolvedProfessional) -> InvolvedProfessional | None:
    """What the colleague who was first saved."""
    if not form.has_error("version"):
        return None
    form.show_version(known.version)
    return known
