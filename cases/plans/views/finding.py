"""The plan of one dossier for one employee: 404 out of scope, 403 without the grant (PL-2)."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from audit.services import record_view
from cases.dossiers.models import ResidentFile
from cases.permissions import GRANTS, Action
from cases.plans.models import Evaluation, Goal, Plan, PlanAction
from clusters.http import EmployeeRequest
from common.access import ground_for

Grounds = dict[Any, Any]
Pairs = list[tuple[str, str]]


def find_file(
    request: EmployeeRequest, file_id: int, action: Action, code: str = "plan.read"
) -> tuple[ResidentFile, Grounds]:
    """The dossier with its plan, if it has one; what is seen of it is in the trail first."""
    rows = ResidentFile.objects.visible_to(request.user)
    about = ("resident", "team", "director", "plan")
    file: ResidentFile = get_object_or_404(rows.select_related(*about), pk=file_id)
    grounds = GRANTS.grounds_in_scope(request.user, file)
    record_view(request, code, subject=file, decision=ground_for(action, grounds))
    return file, grounds


def plan_in(file: ResidentFile) -> Plan | None:
    """The plan that came with the dossier."""
    return getattr(file, "plan", None)


def find_plan(request: EmployeeRequest, file_id: int) -> Plan:
    """The plan of a dossier in which I write; 404 when it was not begun."""
    file, _ = find_file(request, file_id, Action.WRITE_FILE)
    plan = plan_in(file)
    if plan is None:
        raise Http404
    return plan


def find_goal(plan: Plan, goal_id: UUID) -> Goal:
    """A goal of this plan; 404 for that of another."""
    goal: Goal = get_object_or_404(plan.goals.select_related("domain", "question"), pk=goal_id)
    goal.file = plan.file
    return goal


def find_action(plan: Plan, action_id: UUID) -> PlanAction:
    """An action of this plan; 404 for that of another."""
    rows = PlanAction.objects.filter(file=plan.file).select_related("goal__domain", "offer")
    action: PlanAction = get_object_or_404(rows, pk=action_id)
    action.file = action.goal.file = plan.file
    return action


def find_evaluation(plan: Plan, evaluation_id: UUID) -> Evaluation:
    """An evaluation of this plan; 404 for that of another."""
    evaluation: Evaluation = get_object_or_404(plan.evaluations, pk=evaluation_id)
    evaluation.file = plan.file
    return evaluation


def show_form(
    request: EmployeeRequest, file: ResidentFile, form: Any, title: str, **beside: Any
) -> HttpResponse:
    """One form of a plan: ``about`` stands above it, ``theirs`` beside it."""
    starts = plan_in(file) is None
    context = {"about": None, "theirs": None, "search_for": None, **beside}
    context |= {"file": file, "form": form, "title": title, "starts": starts}
    context["back_url"] = reverse("file-detail" if starts else "plan-detail", args=[file.pk])
    context["back_label"] = str(file) if starts else "Plan"
    return render(request, "cases/plans/act.html", context)
