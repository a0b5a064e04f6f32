"""Plan an evaluation, write down what came of it, or say that it does not take place."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cases.plans import services
from cases.plans.forms import DropForm, HoldForm, PlanEvaluationForm
from cases.plans.models import EvaluationState, Plan
from cases.plans.views.finding import Pairs, find_evaluation, find_plan, show_form
from clusters.http import EmployeeRequest
from common.dutch_dates import full_date
from common.forms import performed


@require_http_methods(["GET", "POST"])
def plan(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """Choose the day of the next evaluation, or another day."""
    found = find_plan(request, file_id)
    there = found.evaluations.filter(state=EvaluationState.PLANNED).first()
    version = there.version if there else 0
    initial = {"version": version, "planned_on": there and there.planned_on}
    form = PlanEvaluationForm(request.POST or None, initial=initial)
    act = {"file_id": found.file_id, "by": request.user}
    if request.method == "POST" and performed(form, services.plan_evaluation, **act):
        messages.success(request, "De evaluatie is gepland.")
        return redirect("plan-detail", found.file_id)
    theirs = None
    if form.is_late:
        form.know(version=version)
        theirs = [("Gepland op", full_date(there.planned_on) if there else "Nog niet gepland")]
    return show_form(request, found.file, form, "Evaluatie plannen", theirs=theirs)


@require_http_methods(["GET", "POST"])
def hold(request: EmployeeRequest, file_id: int, evaluation_id: uuid.UUID) -> HttpResponse:
    """Write down what came of an evaluation, beside what the plan says."""
    found = find_plan(request, file_id)
    evaluation = find_evaluation(found, evaluation_id)
    about = _goals(found)
    initial = {"held_on": timezone.localdate()}
    form = HoldForm(request.POST or None, runs=bool(about), initial=initial)
    act = {"file_id": found.file_id, "evaluation_id": evaluation.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.hold_evaluation, **act):
        messages.success(request, "De evaluatie is vastgelegd.")
        return redirect("plan-detail", found.file_id)
    return show_form(request, found.file, form, "Evaluatie vastleggen", about=about)


@require_http_methods(["GET", "POST"])
def drop(request: EmployeeRequest, file_id: int, evaluation_id: uuid.UUID) -> HttpResponse:
    """Say why the planned evaluation does not take place."""
    found = find_plan(request, file_id)
    evaluation = find_evaluation(found, evaluation_id)
    form = DropForm(request.POST or None)
    act = {"file_id": found.file_id, "evaluation_id": evaluation.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.drop_evaluation, **act):
        messages.success(request, "De evaluatie gaat niet door.")
        return redirect("plan-detail", found.file_id)
    return show_form(request, found.file, form, "Evaluatie niet laten doorgaan")


def _goals(found: Plan) -> Pairs:
    """The goals that run, to talk about."""
    goals = list(found.goals.running().select_related("domain"))
    for goal in goals:
        goal.file = found.file
    return [(str(goal.domain), goal.said.get("wish", "")) for goal in goals]
