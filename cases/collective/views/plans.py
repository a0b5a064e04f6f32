"""The plan of a cluster: read by everybody who works there, written by its manager (CLU-12)."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, OuterRef, Prefetch, Subquery
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from audit.services import record_view
from cases.collective.forms import GoalForm, ProgressForm, VisionForm, goal_initial
from cases.collective.models import ClusterGoal, ClusterPlan, ClusterProgress
from cases.collective.models.plans import clusters_read_by
from cases.collective.services import add_progress, create_goal, write_vision
from cases.collective.services import change_goal as correct_goal
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from clusters.models import Cluster
from common.forms import performed

BOTH = ["GET", "POST"]


@require_GET
def plans(request: EmployeeRequest) -> HttpResponse:
    """The clusters whose plan one reads; who has one cluster reads that plan at once."""
    decision = GRANTS.require(request.user, Action.SEE_COLLECTIVE)
    record_view(request, "cluster_plan.listed", decision=decision)
    goals = ClusterGoal.objects.filter(cluster=OuterRef("pk")).order_by().values("cluster")
    clusters = clusters_read_by(request.user).valid_on(timezone.localdate())  # type: ignore[attr-defined]
    written = ClusterPlan.objects.filter(cluster=OuterRef("pk")).values("changed_at")
    rows = clusters.order_by("name").annotate(
        goals=Subquery(goals.annotate(n=Count("pk")).values("n")), written_at=Subquery(written)
    )
    return render(request, "cases/collective/plans.html", {"clusters": rows})


@require_GET
def plan(request: EmployeeRequest, cluster_id: int) -> HttpResponse:
    """The vision and the opgaven with their newest progress first."""
    cluster = _cluster(request, cluster_id)
    decision = GRANTS.require(request.user, Action.SEE_COLLECTIVE)
    record_view(request, "cluster_plan.read", subject=cluster, decision=decision)
    progress = Prefetch("progress", ClusterProgress.objects.select_related("by"))
    goals = ClusterGoal.objects.filter(cluster=cluster).prefetch_related(progress)
    context: dict[str, Any] = {"cluster": cluster, "goals": goals, "plan": _plan(cluster)}
    context["writes"] = Action.KEEP_CLUSTER_PLAN in GRANTS.allowed_actions(request.user)
    return render(request, "cases/collective/plan.html", context)


@require_http_methods(BOTH)
def vision(request: EmployeeRequest, cluster_id: int) -> HttpResponse:
    """Write where the cluster wants to go."""
    cluster = _cluster(request, cluster_id)
    GRANTS.require(request.user, Action.KEEP_CLUSTER_PLAN)
    found = _plan(cluster)
    initial = {"vision": found.vision, "version": found.version} if found else {}
    form = VisionForm(request.POST or None, initial=initial)
    asked = {"cluster": cluster, "by": request.user}
    if request.method == "POST" and performed(form, write_vision, **asked):
        return _saved(request, cluster, "De visie is bewaard.")
    return _edit(request, form, cluster, "Visie schrijven")


@require_http_methods(BOTH)
def new_goal(request: EmployeeRequest, cluster_id: int) -> HttpResponse:
    """Add an opgave."""
    cluster = _cluster(request, cluster_id)
    GRANTS.require(request.user, Action.KEEP_CLUSTER_PLAN)
    form = GoalForm(request.POST or None)
    if request.method == "POST" and performed(form, _create, cluster=cluster, by=request.user):
        return _saved(request, cluster, "De opgave is toegevoegd.")
    return _edit(request, form, cluster, "Opgave toevoegen")


@require_http_methods(BOTH)
def change_goal(request: EmployeeRequest, goal_id: int) -> HttpResponse:
    """Correct an opgave."""
    goal = _goal(request, goal_id)
    form = GoalForm(request.POST or None, initial=goal_initial(goal))
    if request.method == "POST" and performed(form, _change, goal_id=goal.pk, by=request.user):
        return _saved(request, goal.cluster, "De opgave is bewaard.")
    return _edit(request, form, goal.cluster, f"Opgave wijzigen: {goal}")


@require_http_methods(BOTH)
def progress(request: EmployeeRequest, goal_id: int) -> HttpResponse:
    """Say how an opgave is on a day."""
    goal = _goal(request, goal_id)
    initial = {"on": timezone.localdate(), "stand": goal.stand}
    form = ProgressForm(request.POST or None, initial=initial)
    if request.method == "POST" and performed(form, add_progress, goal_id=goal.pk, by=request.user):
        return _saved(request, goal.cluster, "De voortgang is bewaard.")
    return _edit(request, form, goal.cluster, f"Voortgang: {goal}")


def _cluster(request: EmployeeRequest, cluster_id: int) -> Cluster:
    """The cluster, when one reads its plan; else 404."""
    found: Cluster = get_object_or_404(clusters_read_by(request.user), pk=cluster_id)
    return found


def _goal(request: EmployeeRequest, goal_id: int) -> ClusterGoal:
    """The opgave to write: 404 out of scope, 403 without the right."""
    rows = ClusterGoal.objects.visible_to(request.user).select_related("cluster")
    goal: ClusterGoal = get_object_or_404(rows, pk=goal_id)
    GRANTS.require(request.user, Action.KEEP_CLUSTER_PLAN)
    return goal


def _plan(cluster: Cluster) -> ClusterPlan | None:
    return ClusterPlan.objects.filter(cluster=cluster).select_related("changed_by").first()


def _saved(request: EmployeeRequest, cluster: Cluster, text: str) -> HttpResponse:
    messages.success(request, text)
    return redirect("cluster-plan", cluster.pk)


def _edit(request: EmployeeRequest, form: Any, cluster: Cluster, heading: str) -> HttpResponse:
    context = {"form": form, "cluster": cluster, "heading": heading}
    return render(request, "cases/collective/plan_edit.html", context)


def _create(*, version: int, **answers: Any) -> ClusterGoal:
    """A new opgave has no version to compare."""
    return create_goal(**answers)


def _change(*, submission_key: object, **answers: Any) -> ClusterGoal:
    """A change needs no key."""
    return correct_goal(**answers)
