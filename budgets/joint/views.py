"""The pages of the joint budget: the lines of a year, every version of one, and the acts."""

import csv
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from audit.services import record_view
from budgets.joint import services
from budgets.joint.comparing import Comparison
from budgets.joint.forms import AdoptForm, BeginForm, DropForm, LineForm
from budgets.joint.known import facts_of
from budgets.joint.lifecycle import PlanState
from budgets.joint.listing import COLUMNS, lines_of
from budgets.joint.models import JointBudget, PlannedLine
from budgets.joint.totals import Totals, solved
from budgets.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.access import ground_for
from common.forms import perform
from common.tabs import tabs_for

DONE = {
    "begun": "De begroting is begonnen.",
    "kept": "De regel is bewaard.",
    "dropped": "De regel is vervallen. Hij blijft te lezen bij de geschiedenis.",
    "adopted": "De begroting is vastgesteld. Wijzigen kan nu alleen met een reden.",
}


@require_GET
def budget(request: EmployeeRequest) -> HttpResponse:
    """The lines of a year beside what is known of it."""
    grounds = GRANTS.grounds(request.user)
    decision = ground_for(Action.READ_JOINT_BUDGET, grounds)
    budgets = list(JointBudget.objects.visible_to(request.user).select_related("adopted_by"))
    record_view(request, "joint.read", decision=decision)
    chosen = _chosen(budgets, request.GET.get("jaar", ""))
    context: dict[str, Any] = {"budget": chosen, "plans": Action.PLAN_BUDGET in grounds}
    context["tabs"] = _tabs(budgets, chosen)
    if chosen is not None:
        context |= _compared(chosen)
    return render(request, "budgets/joint/budget.html", context)


@require_GET
def totals(request: EmployeeRequest) -> HttpResponse:
    """Only sums of what was adopted, without anything that leads to a person (GJ-9)."""
    grounds = GRANTS.grounds(request.user)
    decision = ground_for(Action.SEE_JOINT_TOTALS, grounds)
    record_view(request, "joint.totals_read", decision=decision)
    budgets = list(JointBudget.objects.filter(state=PlanState.ADOPTED))
    chosen = _chosen(budgets, request.GET.get("jaar", ""))
    context: dict[str, Any] = {"budget": chosen, "tabs": _tabs(budgets, chosen)}
    context["reads"] = Action.READ_JOINT_BUDGET in grounds
    if chosen is not None:
        context["totals"] = Totals(chosen)
        context["solved"] = solved(chosen.year, timezone.localdate())
    return render(request, "budgets/joint/totals.html", context)


@require_GET
def line(request: EmployeeRequest, version_id: int) -> HttpResponse:
    """Every version of one line, the newest first."""
    grounds = GRANTS.grounds(request.user)
    decision = ground_for(Action.READ_JOINT_BUDGET, grounds)
    found = _version(request, version_id)
    record_view(request, "joint.read", subject=found, decision=decision)
    rows = PlannedLine.objects.visible_to(request.user).filter(line=found.line).for_list()
    versions = list(rows.order_by("-number"))
    may_change = Action.PLAN_BUDGET in grounds and not versions[0].is_dropped
    context = {"versions": versions, "last": versions[0], "may_change": may_change}
    return render(request, "budgets/joint/line.html", context)


@require_GET
def export(request: EmployeeRequest, budget_id: int) -> HttpResponse:
    """Every version of every line as a file for a spreadsheet."""
    decision = GRANTS.require(request.user, Action.EXPORT_JOINT_BUDGET)
    found = get_object_or_404(JointBudget.objects.visible_to(request.user), pk=budget_id)
    record_view(request, "joint.exported", subject=found, decision=decision)
    versions = list(found.lines.for_list())
    compared = Comparison(found, versions, facts_of(found.year, timezone.localdate()))
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    name = f"gezamenlijke-begroting-{found.year}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    out = csv.writer(response, delimiter=";")
    out.writerow(COLUMNS)
    out.writerows(lines_of(compared, versions))
    return response


@require_http_methods(["GET", "POST"])
def begin(request: EmployeeRequest) -> HttpResponse:
    """A draft for a year."""
    _planning(request)
    form = BeginForm(request.POST or None)
    return _act(request, form, services.begin_joint_budget, "Begroting beginnen", "begun")


@require_http_methods(["GET", "POST"])
def adopt(request: EmployeeRequest, budget_id: int) -> HttpResponse:
    """The decision of the partners."""
    _planning(request)
    found = get_object_or_404(JointBudget.objects.visible_to(request.user), pk=budget_id)
    form, title = AdoptForm(request.POST or None), f"Begroting {found.year} vaststellen"
    act = services.adopt_joint_budget
    return _act(request, form, act, title, "adopted", found, budget_id=found.pk)


@require_http_methods(["GET", "POST"])
def add(request: EmployeeRequest, budget_id: int) -> HttpResponse:
    """One more line."""
    _planning(request)
    found = get_object_or_404(JointBudget.objects.visible_to(request.user), pk=budget_id)
    form = LineForm(request.POST or None, budget=found, line=None)
    title = f"Regel toevoegen aan {found.year}"
    return _act(request, form, services.add_line, title, "kept", found, budget_id=found.pk)


@require_http_methods(["GET", "POST"])
def change(request: EmployeeRequest, version_id: int) -> HttpResponse:
    """A new version of a line."""
    _planning(request)
    found = _version(request, version_id)
    form = LineForm(request.POST or None, budget=found.budget, line=found)
    about = {"version_id": found.pk}
    return _act(
        request, form, services.change_line, "Regel wijzigen", "kept", found.budget, **about
    )


@require_http_methods(["GET", "POST"])
def drop(request: EmployeeRequest, version_id: int) -> HttpResponse:
    """A last version that says that it does not count any more."""
    _planning(request)
    found = _version(request, version_id)
    form, title = DropForm(request.POST or None), f"Regel laten vervallen: {found}"
    about = {"version_id": found.pk}
    return _act(request, form, services.drop_line, title, "dropped", found.budget, **about)


def _act(
    request: EmployeeRequest,
    form: Any,
    act: Any,
    title: str,
    done: str,
    about: JointBudget | None = None,
    **fixed: Any,
) -> HttpResponse:
    made = perform(form, act, by=request.user, **fixed) if request.method == "POST" else None
    if made is not None:
        messages.success(request, DONE[done])
        return redirect(_page_of(about or made))
    context = {"form": form, "title": title, "budget": about} | fixed
    return render(request, "budgets/joint/act.html", context)


def _planning(request: EmployeeRequest) -> None:
    decision = GRANTS.require(request.user, Action.PLAN_BUDGET)
    record_view(request, "joint.read", decision=decision)


def _version(request: EmployeeRequest, version_id: int) -> PlannedLine:
    rows = PlannedLine.objects.visible_to(request.user).for_list()
    found: PlannedLine = get_object_or_404(rows, pk=version_id)
    return found


def _compared(chosen: JointBudget) -> dict[str, Any]:
    today = timezone.localdate()
    facts = facts_of(chosen.year, today)
    compared = Comparison(chosen, chosen.lines.for_list(), facts)
    return {"compared": compared, "facts": facts, "rows": compared.rows()}


def _chosen(budgets: list[JointBudget], year: str) -> JointBudget | None:
    """The budget of the year in the address; else of this year, or the nearest there is."""
    this = timezone.localdate().year
    asked = {str(each.year): each for each in budgets}
    nearest = min(budgets, key=lambda each: abs(each.year - this), default=None)
    return asked.get(year, asked.get(str(this), nearest))


def _tabs(budgets: list[JointBudget], chosen: JointBudget | None) -> list[dict[str, Any]]:
    years = {str(each.year): f"{each.year}" for each in sorted(budgets, key=lambda row: row.year)}
    return tabs_for(years, "jaar", str(chosen.year) if chosen else "")


def _page_of(found: JointBudget) -> str:
    return f"{reverse('joint-budget')}?jaar={found.year}"
