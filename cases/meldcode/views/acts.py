"""What is written in a meldcode."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from cases.meldcode import services
from cases.meldcode.checking import norm_for
from cases.meldcode.forms import (
    STEP_FORMS,
    EndForm,
    FeedbackForm,
    PersonsForm,
    PlanForm,
    ReportForm,
)
from cases.meldcode.models import StepNumber
from cases.meldcode.views.finding import act_page, seen_code
from cases.permissions import Action
from clusters.http import EmployeeRequest
from common.forms import performed

WRITE = Action.WRITE_SAFETY_CODE


@require_http_methods(["GET", "POST"])
def step(request: EmployeeRequest, code_id: int, number: int) -> HttpResponse:
    """One of the five steps."""
    code, _ = seen_code(request, code_id, WRITE)
    if number not in STEP_FORMS:
        raise Http404
    form = STEP_FORMS[number](request.POST or None, code=code)
    act = {"code_id": code.pk, "number": number, "by": request.user}
    if request.method == "POST" and performed(form, services.note_step, **act):
        messages.success(request, f"Stap {number} is bewaard.")
        return redirect("safety-detail", code.pk)
    norm = norm_for(code) if number == StepNumber.DECIDE else None
    title = f"Stap {number}: {StepNumber(number).label.lower()}"
    return act_page(request, code, form, title, norm=norm, decides=number == StepNumber.DECIDE)


@require_http_methods(["GET", "POST"])
def persons(request: EmployeeRequest, code_id: int) -> HttpResponse:
    """About whom it is beside the resident."""
    code, _ = seen_code(request, code_id, WRITE)
    form = PersonsForm(request.POST or None, code=code)
    act = {"code_id": code.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.change_persons, **act):
        messages.success(request, "De betrokkenen zijn bewaard.")
        return redirect("safety-detail", code.pk)
    theirs = code.persons if form.is_late else []
    return act_page(request, code, form, "Betrokkenen", theirs=theirs)


@require_http_methods(["GET", "POST"])
def plan(request: EmployeeRequest, code_id: int) -> HttpResponse:
    """Another day."""
    code, _ = seen_code(request, code_id, WRITE)
    form = PlanForm(request.POST or None, code=code)
    act = {"code_id": code.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.plan_code, **act):
        messages.success(request, "De dag is bewaard.")
        return redirect("safety-detail", code.pk)
    return act_page(request, code, form, "Andere dag")


@require_http_methods(["GET", "POST"])
def report(request: EmployeeRequest, code_id: int) -> HttpResponse:
    """What Veilig Thuis was told."""
    code, _ = seen_code(request, code_id, WRITE)
    form = ReportForm(request.POST or None)
    act = {"code_id": code.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.report_code, **act):
        messages.success(request, "De melding bij Veilig Thuis is bewaard.")
        return redirect("safety-detail", code.pk)
    return act_page(request, code, form, "Gemeld bij Veilig Thuis")


@require_http_methods(["GET", "POST"])
def feedback(request: EmployeeRequest, code_id: int, report_id: uuid.UUID) -> HttpResponse:
    """What Veilig Thuis said about it."""
    code, _ = seen_code(request, code_id, WRITE)
    row = get_object_or_404(code.reports, uuid=report_id)
    form = FeedbackForm(request.POST or None)
    act = {"code_id": code.pk, "report_id": row.uuid, "by": request.user}
    if request.method == "POST" and performed(form, services.note_feedback, **act):
        messages.success(request, "De terugkoppeling is bewaard.")
        return redirect("safety-detail", code.pk)
    return act_page(request, code, form, "Terugkoppeling van Veilig Thuis")


@require_http_methods(["GET", "POST"])
def end(request: EmployeeRequest, code_id: int) -> HttpResponse:
    """The outcome, for good."""
    code, _ = seen_code(request, code_id, Action.STEER_SAFETY_CODE)
    form = EndForm(request.POST or None, code=code)
    act = {"code_id": code.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.end_code, **act):
        messages.success(request, f"{code} is afgerond.")
        return redirect("safety-detail", code.pk)
    return act_page(request, code, form, "Meldcode afronden", ends=True)
