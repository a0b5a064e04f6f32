"""Add a planned line, change it or let it lapse: each is a new version, and nothing goes away."""

import uuid
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from audit.services import record
from budgets.joint.models import JointBudget, Known, LineWish, PlannedLine
from budgets.permissions import GRANTS, Action
from clusters.models import User
from common.access import Decision
from common.deadlines import local_day
from common.errors import RuleViolation

KEPT = ("partner", "kind", "support", "amount_cents", "fte_hundredths", "source", "decided_on")
CHANGED = ["amount_cents", "fte_hundredths", "partner", "kind", "support", "source", "note"]
OLD = "Deze regel is intussen gewijzigd. Bekijk eerst hoe hij nu is; wat u invulde staat er nog."
NO_REASON = "De begroting is vastgesteld. Schrijf kort op waarom dit verandert."


@transaction.atomic
def add_line(
    *,
    submission_key: uuid.UUID,
    budget_id: int,
    wish: LineWish,
    reason: str,
    by: User,
    at: datetime | None = None,
) -> PlannedLine:
    """One more planned line.

    Rules: GJ-2 (partner, kind, amount, support, and a source with its day), GJ-3 (fte where the
        kind counts people), GJ-4, GJ-6 (with a reason once it was adopted), GJ-7 (sent twice is
        one line).
    Raises: RuleViolation; PermissionDenied.
    Effects: a version, with the budget locked by ``select_for_update``; audit line.
    """
    at = at or timezone.now()
    budget, decision = _locked(budget_id, by)
    earlier = PlannedLine.objects.filter(key=submission_key).first()
    if earlier is not None:
        return earlier
    _must_be_possible(wish, at)
    row = PlannedLine(budget=budget, **_facts(wish))
    return _write("joint.line_added", row, submission_key, reason, by=by, at=at, decision=decision)


@transaction.atomic
def change_line(
    *,
    submission_key: uuid.UUID,
    version_id: int,
    wish: LineWish,
    reason: str,
    by: User,
    at: datetime | None = None,
) -> PlannedLine:
    """A new version of a line; the one that was read must still be the last.

    Rules: GJ-2, GJ-3, GJ-4, GJ-6 (a new version, and what was there stays), GJ-7 (from an old page
        nothing is overwritten).
    Raises: RuleViolation; PermissionDenied.
    Effects: a version, with the budget locked by ``select_for_update``; audit line.
    """
    at = at or timezone.now()
    read, decision = _last(version_id, submission_key, by)
    if read.key == submission_key:
        return read
    _must_be_possible(wish, at)
    row = PlannedLine(budget=read.budget, line=read.line, number=read.number + 1, **_facts(wish))
    code = "joint.line_changed"
    return _write(code, row, submission_key, reason, by=by, at=at, decision=decision)


@transaction.atomic
def drop_line(
    *,
    submission_key: uuid.UUID,
    version_id: int,
    reason: str,
    by: User,
    at: datetime | None = None,
) -> PlannedLine:
    """The line does not count any more; its versions stay.

    Rules: GJ-4, GJ-6 (a last version that says so, with a reason), GJ-7.
    Raises: RuleViolation; PermissionDenied.
    Effects: a version, with the budget locked by ``select_for_update``; audit line.
    """
    at = at or timezone.now()
    read, decision = _last(version_id, submission_key, by)
    if read.key == submission_key:
        return read
    facts: dict[str, Any] = {name: getattr(read, name) for name in (*KEPT, "note")}
    row = PlannedLine(budget=read.budget, line=read.line, number=read.number + 1, **facts)
    row.is_dropped = True
    code = "joint.line_dropped"
    return _write(code, row, submission_key, reason, by=by, at=at, decision=decision)


def _locked(budget_id: int, by: User) -> tuple[JointBudget, Decision]:
    """The budget, locked, for who plans; raises PermissionDenied."""
    decision = GRANTS.require(by, Action.PLAN_BUDGET)
    budget = JointBudget.objects.visible_to(by).select_for_update().get(pk=budget_id)
    return budget, decision


def _last(version_id: int, key: uuid.UUID, by: User) -> tuple[PlannedLine, Decision]:
    """The version that was read, when it is the last; or what this very act made before.

    The budget is locked by ``select_for_update``, so that no other version comes between.
    """
    rows = PlannedLine.objects.visible_to(by).select_related("partner", "kind")
    read = rows.get(pk=version_id)
    read.budget, decision = _locked(read.budget_id, by)
    last = rows.filter(line=read.line).newest().get()
    if last.key == key:
        return last, decision
    if last.pk != read.pk or read.is_dropped:
        raise RuleViolation(OLD)
    return read, decision


def _must_be_possible(wish: LineWish, at: datetime) -> None:
    counts_people = wish.kind.known == Known.PEOPLE
    if counts_people and not wish.fte:
        raise RuleViolation("Vul in om hoeveel fte het gaat.", field="fte")
    if wish.fte and not counts_people:
        raise RuleViolation("Bij deze kostensoort hoort geen fte.", field="fte")
    if not wish.source.strip():
        raise RuleViolation("Vul in waar dit bedrag vandaan komt.", field="source")
    if wish.decided_on > local_day(at):
        raise RuleViolation("De bron is van vandaag of eerder.", field="decided_on")


def _facts(wish: LineWish) -> dict[str, Any]:
    names = ("partner", "kind", "support", "source", "decided_on", "note")
    facts = {name: getattr(wish, name) for name in names}
    return facts | {"amount_cents": wish.cents, "fte_hundredths": wish.fte}


def _write(
    code: str,
    row: PlannedLine,
    key: uuid.UUID,
    reason: str,
    *,
    by: User,
    at: datetime,
    decision: Decision,
) -> PlannedLine:
    """Keep the version, with a reason when the budget was adopted."""
    row.after_adoption = row.budget.is_adopted
    if row.after_adoption and not reason.strip():
        raise RuleViolation(NO_REASON, field="reason")
    row.reason, row.by, row.at, row.key = reason.strip(), by, at, key
    row.save(force_insert=True)
    record(code, row, by=by, decision=decision, fields=CHANGED)
    return row
