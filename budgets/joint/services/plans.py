"""Begin the joint budget of a year, and write down that it was adopted."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from budgets.joint.lifecycle import LIFECYCLE
from budgets.joint.models import JointBudget, PlannedLine
from budgets.permissions import GRANTS, Action
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation

AHEAD = 4
"""So many years after this one can be planned (BUD-9: over several years)."""
ADOPTED = ["state", "adopted_by", "adopted_at", "decision", "decided_on"]
COPIED = ("support", "amount_cents", "fte_hundredths", "source", "decided_on", "note")


@transaction.atomic
def begin_joint_budget(
    *,
    submission_key: uuid.UUID,
    year: int,
    copy_from: JointBudget | None,
    by: User,
    at: datetime | None = None,
) -> JointBudget:
    """A draft for a year, empty or with the lines of another year.

    Rules: GJ-1 (the general manager; one per year, from last year to four years ahead), GJ-4,
        GJ-7 (sent twice is one).
    Raises: RuleViolation when there is one; PermissionDenied.
    Effects: a budget and copies of the lines in force; audit line. Nobody else can begin the same
        year, so there is nothing to lock with ``select_for_update``.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.PLAN_BUDGET)
    this = local_day(at).year
    if not this - 1 <= year <= this + AHEAD:
        words = f"Kies een jaar van {this - 1} tot en met {this + AHEAD}."
        raise RuleViolation(words, field="year")
    begun = {"begun_by": by, "begun_at": at, "key": submission_key}
    budget, is_new = JointBudget.objects.get_or_create(year=year, defaults=begun)
    if budget.key != submission_key:
        raise RuleViolation(f"De begroting van {year} is er al.", field="year")
    if not is_new:
        return budget
    record("joint.begun", budget, by=by, decision=decision)
    if copy_from is not None:
        _copy(copy_from, budget, submission_key, by=by, at=at)
    return budget


@transaction.atomic
def adopt_joint_budget(
    *,
    budget_id: int,
    decision: str,
    decided_on: date,
    by: User,
    at: datetime | None = None,
) -> JointBudget:
    """The partners decided: from now on a change has a reason.

    Rules: GJ-5 (the general manager, with the decision and its day, once, and not empty), GJ-4,
        GJ-7.
    Raises: RuleViolation; PermissionDenied.
    Effects: the state, on the row locked by ``select_for_update``; audit line.
    """
    at = at or timezone.now()
    ground = GRANTS.require(by, Action.PLAN_BUDGET)
    budget = JointBudget.objects.visible_to(by).select_for_update().get(pk=budget_id)
    if (budget.adopted_by_id, budget.decision, budget.decided_on) == (by.pk, decision, decided_on):
        return budget
    budget.state = LIFECYCLE.target("adopt", budget.state)
    if decided_on > local_day(at):
        raise RuleViolation("Het besluit is van vandaag of eerder.", field="decided_on")
    if not budget.lines.in_force().exists():
        raise RuleViolation("Er staat nog geen regel in deze begroting.")
    budget.adopted_by, budget.adopted_at = by, at
    budget.decision, budget.decided_on = decision, decided_on
    budget.save(update_fields=ADOPTED)
    record("joint.adopted", budget, by=by, decision=ground, fields=ADOPTED)
    return budget


def _copy(
    source: JointBudget, budget: JointBudget, key: uuid.UUID, *, by: User, at: datetime
) -> None:
    """The lines in force of another year, as first versions of lines of this one."""
    rows = PlannedLine.objects.visible_to(by).filter(budget=source).in_force()
    PlannedLine.objects.bulk_create(
        PlannedLine(
            budget=budget,
            partner_id=row.partner_id,
            kind_id=row.kind_id,
            **{name: getattr(row, name) for name in COPIED},
            by=by,
            at=at,
            key=uuid.uuid5(key, str(row.line)),
        )
        for row in rows
    )
