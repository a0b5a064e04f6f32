"""The plan on the screen, its part of the dossier, and the page for the resident."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from cases.intakes.models import LetterLine
from cases.permissions import Action
from cases.plans.comparing import changes
from cases.plans.due import light_of
from cases.plans.models import Evaluation, Goal, Plan, PlanAction
from cases.plans.plainly import parts_of
from cases.plans.views.finding import Grounds, find_file, plan_in
from clusters.http import EmployeeRequest
from common.dutch_dates import letter_date


@require_GET
def panel(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """The plan as a part of the dossier: which goals run and when it is looked at again."""
    file, grounds = find_file(request, file_id, Action.READ_FILE)
    plan = plan_in(file)
    context = _frame(file, grounds)
    if plan is not None:
        goals = _goals(plan)
        context |= {"goals": goals, "planned": _planned(_evaluations(plan))}
    return render(request, "cases/plans/_panel.html", context)


@require_GET
def detail(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """The plan: goals with their actions, before and after, and the evaluations."""
    file, grounds = find_file(request, file_id, Action.READ_FILE)
    plan = plan_in(file)
    context = _frame(file, grounds)
    if plan is None:
        return render(request, "cases/plans/none.html", context)
    return render(request, "cases/plans/detail.html", context | _content(plan))


@require_GET
def paper(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """The plan for the resident, in plain Dutch; prints without the rest of the page."""
    file, _ = find_file(request, file_id, Action.READ_FILE, "plan.printed")
    plan = plan_in(file)
    if plan is None:
        raise Http404
    context = {
        "file": file,
        "plan": plan,
        "parts": parts_of(_goals(plan), _actions(plan)),
        "planned": _planned(_evaluations(plan)),
        "today": letter_date(timezone.localdate()),
        "phone": _phone(),
    }
    return render(request, "cases/plans/print.html", context)


def _phone() -> str:
    """The number that also stands in the letters; empty when the municipality keeps none."""
    lines = LetterLine.objects.in_use().filter(code="telefoon")
    return lines.values_list("label", flat=True).first() or ""


def _frame(file: Any, grounds: Grounds) -> dict[str, Any]:
    """What every page of a plan knows."""
    writes = Action.WRITE_FILE in grounds and file.is_open
    return {"file": file, "plan": plan_in(file), "writes": writes}


def _content(plan: Plan) -> dict[str, Any]:
    """Everything of a plan in three queries, whatever its size."""
    goals, evaluations = _goals(plan), _evaluations(plan)
    by_goal: dict[object, list[PlanAction]] = {}
    for action in _actions(plan):
        by_goal.setdefault(action.goal_id, []).append(action)
    planned = _planned(evaluations)
    return {
        "goals": [(goal, by_goal.get(goal.pk, [])) for goal in goals],
        "runs": any(goal.is_open for goal in goals),
        "changes": changes(goals),
        "planned": planned,
        "light": light_of(planned, timezone.now()) if planned else None,
        "earlier": [each for each in evaluations if not each.is_planned],
        "today": timezone.localdate(),
    }


def _goals(plan: Plan) -> list[Goal]:
    """Those that run first."""
    goals = list(plan.goals.select_related("domain"))
    for goal in goals:
        goal.file = plan.file
    return sorted(goals, key=lambda goal: not goal.is_open)


def _actions(plan: Plan) -> list[PlanAction]:
    """By the day on which they begin."""
    rows = PlanAction.objects.filter(file=plan.file).select_related("offer__organisation")
    actions = list(rows)
    for action in actions:
        action.file = plan.file
    return actions


def _evaluations(plan: Plan) -> list[Evaluation]:
    """The newest first."""
    rows = list(plan.evaluations.all())
    for row in rows:
        row.file = plan.file
    return rows


def _planned(evaluations: list[Evaluation]) -> Evaluation | None:
    return next((each for each in evaluations if each.is_planned), None)
