"""Writing the plan of a cluster: vision, opgaven, and how those are (CLU-12, CW-9, CW-10)."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from audit.services import record
from cases.collective.models import ClusterGoal, ClusterPlan, ClusterProgress
from cases.collective.models.plans import clusters_read_by
from cases.collective.wording import refuse_residents
from cases.permissions import GRANTS, Action
from clusters.models import Cluster, User
from common.access import Decision
from common.deadlines import local_day
from common.errors import RuleViolation


@dataclass(frozen=True)
class GoalText:
    """An opgave as it was typed."""

    name: str
    goal: str
    indicator: str
    target: str


@transaction.atomic
def write_vision(
    *, cluster: Cluster, vision: str, version: int, by: User, at: datetime | None = None
) -> ClusterPlan:
    """Say where the cluster wants to go; ``version`` is the one the form knew, 0 for the first.

    Rules: CW-1, CW-9 (by the wijkteammanager of the cluster); nobody overwrites a colleague.
    Raises: RuleViolation when a colleague was first; PermissionDenied.
    Effects: the plan, on a row locked by ``select_for_update``; audit line.
    """
    at = at or timezone.now()
    decision = _planner(by, cluster)
    refuse_residents(vision=vision)
    Cluster.objects.select_for_update(no_key=True).get(pk=cluster.pk)
    plan = ClusterPlan.objects.filter(cluster=cluster).select_related("changed_by").first()
    if plan is not None and plan.vision == vision:
        return plan
    if (plan.version if plan else 0) != version:
        raise RuleViolation(
            "Een collega heeft de visie intussen gewijzigd. Uw tekst staat hier nog. Open de "
            "pagina opnieuw om de tekst van uw collega te lezen.",
            field="version",
        )
    plan = plan or ClusterPlan(cluster=cluster, version=0)
    plan.vision, plan.version = vision, plan.version + 1
    plan.changed_at, plan.changed_by = at, by
    plan.save()
    record("cluster_plan.written", plan, by=by, decision=decision, fields=["vision"])
    return plan


@transaction.atomic
def create_goal(
    *,
    submission_key: uuid.UUID,
    cluster: Cluster,
    text: GoalText,
    by: User,
    at: datetime | None = None,
) -> ClusterGoal:
    """Add an opgave: the goal, how one sees it, and what one strives for.

    Rules: CW-1, CW-9, CW-10; two clicks make one.
    Raises: RuleViolation for words that cannot be; PermissionDenied.
    Effects: the opgave; audit line.
    """
    at = at or timezone.now()
    decision = _planner(by, cluster)
    refuse_residents(**vars(text))
    try:
        with transaction.atomic():
            goal = ClusterGoal.objects.create(
                submission_key=submission_key,
                cluster=cluster,
                created_at=at,
                changed_at=at,
                changed_by=by,
                **vars(text),
            )
    except IntegrityError:
        return ClusterGoal.objects.get(submission_key=submission_key)
    record("cluster_goal.created", goal, by=by, decision=decision)
    return goal


@transaction.atomic
def change_goal(
    *, goal_id: int, text: GoalText, version: int, by: User, at: datetime | None = None
) -> ClusterGoal:
    """Correct an opgave; its progress stays as it was written.

    Rules: CW-1, CW-9; nobody overwrites a colleague.
    Raises: RuleViolation when a colleague was first; PermissionDenied.
    Effects: the opgave; audit line with names of fields.
    """
    at = at or timezone.now()
    goal = _locked(goal_id, by)
    decision = _planner(by, goal.cluster)
    changed = [name for name, value in vars(text).items() if getattr(goal, name) != value]
    if not changed:
        return goal
    if goal.version != version:
        raise RuleViolation(
            f"{goal.changed_by} heeft deze opgave intussen gewijzigd. Uw tekst staat hier nog. "
            "Open de pagina opnieuw om die van uw collega te lezen.",
            field="version",
        )
    refuse_residents(**vars(text))
    for name in changed:
        setattr(goal, name, getattr(text, name))
    goal.version += 1
    goal.changed_at, goal.changed_by = at, by
    goal.save(update_fields=[*changed, "version", "changed_at", "changed_by"])
    record("cluster_goal.changed", goal, by=by, decision=decision, fields=changed)
    return goal


@transaction.atomic
def add_progress(
    *,
    submission_key: uuid.UUID,
    goal_id: int,
    on: date,
    stand: str,
    note: str,
    by: User,
    at: datetime | None = None,
) -> ClusterProgress:
    """Say how an opgave is on a day; the newest day says how it stands.

    Rules: CW-1, CW-10 (added, never changed); two clicks make one.
    Raises: RuleViolation for a day to come; PermissionDenied.
    Effects: a line of progress, and the stand of the opgave on a locked row; audit line.
    """
    at = at or timezone.now()
    goal = _locked(goal_id, by)
    decision = _planner(by, goal.cluster)
    if on > local_day(at):
        raise RuleViolation("Kies vandaag of een dag die voorbij is.", field="on")
    refuse_residents(note=note)
    words = {"on": on, "stand": stand, "note": note, "written_at": at, "by": by}
    try:
        with transaction.atomic():
            line = ClusterProgress.objects.create(submission_key=submission_key, goal=goal, **words)
    except IntegrityError:
        return ClusterProgress.objects.get(submission_key=submission_key)
    newest = goal.progress.order_by("-on", "-pk").first()
    goal.stand = newest.stand if newest else stand
    goal.save(update_fields=["stand"])
    record("cluster_goal.progressed", goal, by=by, decision=decision, fields=["stand"])
    return line


def _locked(goal_id: int, by: User) -> ClusterGoal:
    """The opgave, held until the act is done."""
    rows = ClusterGoal.objects.visible_to(by).select_for_update(of=("self",), no_key=True)
    return rows.select_related("cluster", "changed_by").get(pk=goal_id)


def _planner(by: User, cluster: Cluster) -> Decision:
    """Why this employee may write the plan of this cluster; raises PermissionDenied."""
    decision = GRANTS.require(by, Action.KEEP_CLUSTER_PLAN)
    if not clusters_read_by(by).filter(pk=cluster.pk).exists():
        raise PermissionDenied
    return decision
