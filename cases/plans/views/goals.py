"""Add, change and end a goal."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cases.dossiers.models import ResidentFile
from cases.permissions import Action
from cases.plans import services
from cases.plans.fitting import goal_text
from cases.plans.forms import EndGoalForm, GoalForm
from cases.plans.models import Goal
from cases.plans.views.finding import Pairs, find_file, find_goal, find_plan, plan_in, show_form
from clusters.http import EmployeeRequest
from common.forms import performed


@require_http_methods(["GET", "POST"])
def add(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """Add a goal, perhaps to a question; without a plan that comes first."""
    file, _ = find_file(request, file_id, Action.WRITE_FILE)
    if plan_in(file) is None:
        address = reverse("plan-start", args=[file.pk])
        return redirect(f"{address}?{request.GET.urlencode()}".rstrip("?"))
    form = GoalForm(request.POST or None, file=file, initial=_from_question(request, file))
    act = {"file_id": file.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.add_goal, **act):
        messages.success(request, "Het doel is toegevoegd. Wie gaat wat doen?")
        return redirect("plan-detail", file.pk)
    return show_form(request, file, form, "Doel toevoegen")


@require_http_methods(["GET", "POST"])
def change(request: EmployeeRequest, file_id: int, goal_id: uuid.UUID) -> HttpResponse:
    """Write a goal again; what a colleague wrote meanwhile stands beside it."""
    plan = find_plan(request, file_id)
    goal = find_goal(plan, goal_id)
    initial = vars(goal_text(goal)) | {"version": goal.version}
    form = GoalForm(request.POST or None, file=plan.file, goal=goal, initial=initial)
    act = {"file_id": plan.file_id, "goal_id": goal.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.change_goal, **act):
        messages.success(request, "Het doel is bewaard.")
        return redirect("plan-detail", plan.file_id)
    theirs = None
    if form.is_late:
        form.know(version=goal.version)
        theirs = _said(goal)
    return show_form(request, plan.file, form, "Doel wijzigen", theirs=theirs)


@require_http_methods(["GET", "POST"])
def end(request: EmployeeRequest, file_id: int, goal_id: uuid.UUID) -> HttpResponse:
    """End a goal with what came of it."""
    plan = find_plan(request, file_id)
    goal = find_goal(plan, goal_id)
    form = EndGoalForm(request.POST or None)
    act = {"file_id": plan.file_id, "goal_id": goal.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.end_goal, **act):
        messages.success(request, "Het doel is beëindigd.")
        return redirect("plan-detail", plan.file_id)
    return show_form(request, plan.file, form, "Doel beëindigen", about=_said(goal))


def _said(goal: Goal) -> Pairs:
    """What the goal says now."""
    pairs = [("Leefgebied", str(goal.domain)), ("Doel", goal.said.get("wish", ""))]
    pairs += [("Hoe het nu is", goal.said["now"])] if "now" in goal.said else []
    score = goal.get_score_before_display()
    return pairs + ([("Hoe het ermee gaat", str(score))] if score else [])


def _from_question(request: EmployeeRequest, file: ResidentFile) -> dict[str, Any]:
    """The question in the address, when it is an open one of this dossier."""
    try:
        key = uuid.UUID(request.GET.get("vraag", ""))
    except ValueError:
        return {}
    found = file.questions.filter(pk=key).first()
    return {"question": found, "domain": found.domain_id} if found and found.is_open else {}
