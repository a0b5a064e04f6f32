"""Evaluations: plan one, write down what came of it, or say that it did not take place."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.tracing import leave_line, may
from cases.permissions import Action
from cases.plans.editions import CHANGED, plan_next, plan_of, planned
from cases.plans.fitting import check_coming, check_past
from cases.plans.models import Evaluation, EvaluationState
from clusters.models import User
from common.deadlines import local_day
from common.dutch_dates import full_date
from common.errors import RuleViolation

RUNNING = "Er loopt nog een doel. Kies een dag voor de volgende evaluatie."
OVER = "Deze evaluatie is al vastgelegd."


@transaction.atomic
def plan_evaluation(
    *, file_id: int, version: int, planned_on: date, by: User, at: datetime | None = None
) -> Evaluation:
    """Choose the day of the next evaluation, or move it; ``version`` is 0 when none was planned.

    Rules: PL-2, PL-8 (one at a time; today or later and within a year), PL-10.
    Raises: RuleViolation when the day cannot be, a colleague was first, or the dossier is closed;
        PermissionDenied.
    Effects: the planned evaluation; a line; audit line.
    """
    at = at or timezone.now()
    file = _locked(file_id, by)
    decision = may(file, Action.WRITE_FILE, by)
    plan = plan_of(file)
    there = planned(plan)
    if there is not None and there.planned_on == planned_on:
        return there
    if version != (there.version if there else 0):
        raise RuleViolation(CHANGED, field="version")
    check_coming(planned_on, local_day(at), "planned_on")
    if there is None:
        there = plan_next(plan, planned_on, by=by, at=at)
    else:
        there.planned_on, there.written_by = planned_on, by
        there.version += 1
        there.save(update_fields=["planned_on", "written_by", "version"])
        leave_line(file, LineKind.EVALUATION, by=by, at=at, words=full_date(planned_on))
    record("plan.evaluation_planned", there, by=by, decision=decision, fields=["planned_on"])
    return there


@transaction.atomic
def hold_evaluation(
    *,
    file_id: int,
    evaluation_id: uuid.UUID,
    held_on: date,
    present: str,
    findings: str,
    next_on: date | None,
    why: str,
    by: User,
    at: datetime | None = None,
) -> Evaluation:
    """Write down what came of an evaluation, and when the next one is or why there is none.

    Rules: PL-2, PL-8 (with a goal that runs there is a next one; without one, the reason), PL-11
        (the same twice is once).
    Raises: RuleViolation without findings, without a next day or reason, when it was written down
        otherwise already, or the dossier is closed; PermissionDenied.
    Effects: the evaluation; perhaps a next one; a line; audit line.
    """
    at = at or timezone.now()
    file = _locked(file_id, by)
    decision = may(file, Action.WRITE_FILE, by)
    plan, evaluation = plan_of(file), _evaluation(file, evaluation_id)
    if not evaluation.is_planned:
        return _held_before(evaluation, held_on, present=present, findings=findings, why=why)
    _check_held(held_on, findings, local_day(at))
    _check_next(next_on, why, runs=plan.goals.running().exists(), today=local_day(at))
    evaluation.state, evaluation.held_on = EvaluationState.HELD, held_on
    evaluation.written_by = by
    evaluation.tell(present=present, findings=findings, why=why)
    evaluation.save(update_fields=["state", "held_on", "written_by", "content"])
    leave_line(file, LineKind.EVALUATED, by=by, at=at, words=findings)
    if next_on is not None:
        plan_next(plan, next_on, by=by, at=at)
    record("plan.evaluation_held", evaluation, by=by, decision=decision, fields=["state"])
    return evaluation


@transaction.atomic
def drop_evaluation(
    *, file_id: int, evaluation_id: uuid.UUID, why: str, by: User, at: datetime | None = None
) -> Evaluation:
    """Take a planned evaluation off the list because no goal runs any more.

    Rules: PL-2, PL-8 (not with a goal that runs), PL-11 (the same twice is once).
    Raises: RuleViolation without a reason, with a goal that runs, when it was written down
        already, or the dossier is closed; PermissionDenied.
    Effects: the end of the evaluation; a line; audit line.
    """
    file = _locked(file_id, by)
    decision = may(file, Action.WRITE_FILE, by)
    plan, evaluation = plan_of(file), _evaluation(file, evaluation_id)
    if evaluation.state == EvaluationState.DROPPED and evaluation.said.get("why") == why:
        return evaluation
    if not evaluation.is_planned:
        raise RuleViolation(OVER)
    if plan.goals.running().exists():
        raise RuleViolation("Er loopt nog een doel. Kies een andere dag voor de evaluatie.")
    if not why.strip():
        raise RuleViolation("Schrijf kort op waarom.", field="why")
    evaluation.state, evaluation.written_by = EvaluationState.DROPPED, by
    evaluation.tell(why=why)
    evaluation.save(update_fields=["state", "written_by", "content"])
    leave_line(file, LineKind.NOT_EVALUATED, by=by, at=at or timezone.now(), words=why)
    record("plan.evaluation_dropped", evaluation, by=by, decision=decision, fields=["state"])
    return evaluation


def _check_held(held_on: date, findings: str, today: date) -> None:
    """It took place, and there is something to say about it."""
    check_past(held_on, today, "held_on")
    if not findings.strip():
        raise RuleViolation("Schrijf op hoe het gaat.", field="findings")


def _check_next(next_on: date | None, why: str, *, runs: bool, today: date) -> None:
    """A next day as long as a goal runs; without one, why there is none."""
    if next_on is not None:
        return check_coming(next_on, today, "next_on")
    if runs:
        raise RuleViolation(RUNNING, field="next_on")
    if not why.strip():
        raise RuleViolation("Kies een volgende dag, of schrijf op waarom niet.", field="why")


def _held_before(evaluation: Evaluation, held_on: date, **texts: str) -> Evaluation:
    """The same a second time is once; something else is refused."""
    told = {name: text for name, text in texts.items() if text}
    if (evaluation.held_on, evaluation.said) == (held_on, told):
        return evaluation
    raise RuleViolation(OVER)


def _evaluation(file: ResidentFile, evaluation_id: uuid.UUID) -> Evaluation:
    """An evaluation of this dossier, and of no other."""
    evaluation = file.evaluations.get(pk=evaluation_id)
    evaluation.file = file
    return evaluation


def _locked(file_id: int, by: User) -> ResidentFile:
    """The dossier in scope, locked."""
    rows = ResidentFile.objects.visible_to(by).select_for_update(of=("self",))
    return rows.get(pk=file_id)
