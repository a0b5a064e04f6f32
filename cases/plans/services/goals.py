"""Goals: add, change and end them."""

import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.tracing import leave_line, may
from cases.permissions import Action
from cases.plans.editions import CHANGED, OUTDATED, move_on, plan_of, plan_usual
from cases.plans.fitting import GoalText, check_goal, goal_text
from cases.plans.lifecycle import GOAL_ENDS, GOAL_LIFECYCLE, GoalState
from cases.plans.models import Goal, Score
from clusters.models import User
from common.errors import RuleViolation

ENDED = "Dit doel is al beëindigd en verandert niet meer."


@transaction.atomic
def add_goal(
    *,
    submission_key: uuid.UUID,
    file_id: int,
    text: GoalText,
    by: User,
    at: datetime | None = None,
) -> Goal:
    """Write down what the resident wants to be different, and how it is now.

    Rules: PL-2, PL-3 (a leefgebied and own words), PL-5 (a score is never obligatory), PL-8 (an
        evaluation has to come), PL-11 (a form sent twice).
    Raises: RuleViolation without words, with the question of another dossier, without a plan, or
        when the dossier is closed; PermissionDenied.
    Effects: a goal; a planned evaluation when there was none; the plan is one edition on; a line;
        audit line.
    """
    at = at or timezone.now()
    file = _locked(file_id, by)
    decision = may(file, Action.WRITE_FILE, by)
    plan = plan_of(file)
    earlier = Goal.objects.filter(pk=submission_key).first()
    if earlier is not None and earlier.file_id != file.pk:
        raise RuleViolation(OUTDATED)
    if earlier is not None:
        return earlier
    check_goal(text, file)
    goal = Goal(pk=submission_key, file=file, resident_id=file.resident_id, plan=plan)
    goal.created_at, goal.created_by = at, by
    _write(goal, text)
    goal.save(force_insert=True)
    move_on(plan)
    leave_line(file, LineKind.GOAL, by=by, at=at, words=_line(goal), question=goal.question)
    plan_usual(plan, by=by, at=at)
    record("plan.goal_added", goal, by=by, decision=decision)
    return goal


@transaction.atomic
def change_goal(
    *,
    file_id: int,
    goal_id: uuid.UUID,
    version: int,
    text: GoalText,
    by: User,
    at: datetime | None = None,
) -> Goal:
    """Write a goal that runs again; what it said stays on the line of the dossier.

    Rules: PL-2, PL-3, PL-4 (not after its end), PL-10 (not over the change of a colleague).
    Raises: RuleViolation when a colleague was first, the goal ended, or the dossier is closed;
        PermissionDenied.
    Effects: the goal, one version on; the plan is one edition on; a line with what it said; audit
        line.
    """
    file = _locked(file_id, by)
    decision = may(file, Action.WRITE_FILE, by)
    plan, goal = plan_of(file), _goal(file, goal_id)
    if not goal.is_open:
        raise RuleViolation(ENDED)
    if text == goal_text(goal):
        return goal
    if version != goal.version:
        raise RuleViolation(CHANGED, field="version")
    check_goal(text, file)
    before = _line(goal)
    _write(goal, text)
    goal.version += 1
    goal.save(update_fields=["domain", "question", "score_before", "content", "version"])
    move_on(plan)
    leave_line(file, LineKind.GOAL_CHANGED, by=by, at=at or timezone.now(), words=before)
    record("plan.goal_changed", goal, by=by, decision=decision, fields=["content"])
    return goal


@transaction.atomic
def end_goal(
    *,
    file_id: int,
    goal_id: uuid.UUID,
    state: str,
    result: str,
    score_after: int | None,
    by: User,
    at: datetime | None = None,
) -> Goal:
    """End a goal: reached, partly, not, or dropped; with what came of it.

    Rules: PL-2, PL-4 (a state from the list and words, once, and no action of it runs), PL-5.
    Raises: RuleViolation without words, with an action that runs, when it ended otherwise already,
        or the dossier is closed; PermissionDenied.
    Effects: the end of the goal; the plan is one edition on; a line; audit line.
    """
    at = at or timezone.now()
    file = _locked(file_id, by)
    decision = may(file, Action.WRITE_FILE, by)
    plan, goal = plan_of(file), _goal(file, goal_id)
    end = GoalState(state)
    if not goal.is_open:
        return _ended_before(goal, end, result, score_after)
    target = GOAL_LIFECYCLE.target(GOAL_ENDS[end], goal.state)
    _check_end(goal, result)
    goal.state, goal.ended_at, goal.ended_by = target, at, by
    goal.score_after = None if score_after is None else Score(score_after)
    goal.tell(result=result)
    goal.save(update_fields=["state", "ended_at", "ended_by", "score_after", "content"])
    move_on(plan)
    words = f"{goal.domain}, {end.label.lower()}: {result}"
    leave_line(file, LineKind.GOAL_ENDED, by=by, at=at, words=words, question=goal.question)
    record("plan.goal_ended", goal, by=by, decision=decision, fields=["state"])
    return goal


def _write(goal: Goal, text: GoalText) -> None:
    """Put the words in the row; the caller saves it."""
    goal.domain, goal.question, goal.score_before = text.domain, text.question, text.score_before
    goal.tell(wish=text.wish, now=text.now)


def _line(goal: Goal) -> str:
    """A goal in one sentence of the line."""
    now = f"\nNu: {goal.said['now']}" if "now" in goal.said else ""
    score = f"\nHoe het gaat: {goal.get_score_before_display()}" if goal.score_before else ""
    return f"{goal.domain}: {goal.said.get('wish', '')}{now}{score}"


def _check_end(goal: Goal, result: str) -> None:
    """An end has words, and nobody is still at it."""
    if not result.strip():
        raise RuleViolation("Schrijf kort op wat het resultaat is.", field="result")
    if goal.actions.open().exists():
        raise RuleViolation("Er loopt nog een actie voor dit doel. Rond die eerst af.")


def _ended_before(goal: Goal, end: str, result: str, score_after: int | None) -> Goal:
    """The same end a second time is one end; another one is refused."""
    there = (goal.state, goal.said.get("result", ""), goal.score_after)
    if there == (end, result, score_after):
        return goal
    raise RuleViolation(ENDED)


def _goal(file: ResidentFile, goal_id: uuid.UUID) -> Goal:
    """A goal of this dossier, and of no other."""
    goal = file.goals.select_related("domain", "question").get(pk=goal_id)
    goal.file = file
    return goal


def _locked(file_id: int, by: User) -> ResidentFile:
    """The dossier in scope, locked."""
    rows = ResidentFile.objects.visible_to(by).select_for_update(of=("self",))
    return rows.get(pk=file_id)
