"""Actions: who does what for a goal, how it stands and what came of it."""

import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.tracing import leave_line, may
from cases.permissions import Action
from cases.plans.editions import CHANGED, OUTDATED, move_on, plan_of
from cases.plans.fitting import ActionText, action_text, check_action
from cases.plans.lifecycle import ACTION_LIFECYCLE, ACTION_STEPS, OPEN_ACTIONS, ActionState
from cases.plans.models import ActionKind, ActionWho, PlanAction
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation

GOAL_ENDED = "Dit doel is al beëindigd. Zet de actie bij een doel dat loopt."
ENDED = "Deze actie is al afgerond en verandert niet meer."
FIELDS = ["who", "kind", "offer", "since", "until", "content"]


@transaction.atomic
def add_action(
    *,
    submission_key: uuid.UUID,
    file_id: int,
    goal_id: uuid.UUID,
    text: ActionText,
    by: User,
    at: datetime | None = None,
) -> PlanAction:
    """Write down who does what for a goal, from when, and what sort of help it is.

    Rules: PL-2, PL-4 (not for a goal that ended), PL-6 (in the order of the law; maatwerk with a
        reason), PL-7 (a period that can be), PL-11 (a form sent twice).
    Raises: RuleViolation when something does not fit, the goal ended, or the dossier is closed;
        PermissionDenied.
    Effects: an action; the plan is one edition on; a line; audit line.
    """
    at = at or timezone.now()
    file = _locked(file_id, by)
    decision = may(file, Action.WRITE_FILE, by)
    plan, goal = plan_of(file), file.goals.get(pk=goal_id)
    earlier = PlanAction.objects.filter(pk=submission_key).first()
    if earlier is not None and earlier.goal_id != goal.pk:
        raise RuleViolation(OUTDATED)
    if earlier is not None:
        return earlier
    if not goal.is_open:
        raise RuleViolation(GOAL_ENDED)
    check_action(text, local_day(at))
    action = PlanAction(pk=submission_key, file=file, resident_id=file.resident_id, goal=goal)
    action.created_at, action.created_by = at, by
    _write(action, text)
    action.save(force_insert=True)
    move_on(plan)
    leave_line(file, LineKind.ACTION, by=by, at=at, words=_line(action))
    record("plan.action_added", action, by=by, decision=decision)
    return action


@transaction.atomic
def change_action(
    *,
    file_id: int,
    action_id: uuid.UUID,
    version: int,
    text: ActionText,
    by: User,
    at: datetime | None = None,
) -> PlanAction:
    """Write an action again that did not end; what it said stays on the line of the dossier.

    Rules: PL-2, PL-4, PL-6, PL-7 (not after its end), PL-10 (not over the change of a colleague).
    Raises: RuleViolation when a colleague was first, something does not fit, it ended, or the
        dossier is closed; PermissionDenied.
    Effects: the action, one version on; the plan is one edition on; a line with what it said;
        audit line.
    """
    at = at or timezone.now()
    file = _locked(file_id, by)
    decision = may(file, Action.WRITE_FILE, by)
    plan, action = plan_of(file), _action(file, action_id)
    if action.state not in OPEN_ACTIONS:
        raise RuleViolation(ENDED)
    if text == action_text(action):
        return action
    if version != action.version:
        raise RuleViolation(CHANGED, field="version")
    check_action(text, local_day(at))
    before = _line(action)
    _write(action, text)
    action.version += 1
    action.save(update_fields=[*FIELDS, "version"])
    move_on(plan)
    leave_line(file, LineKind.ACTION_CHANGED, by=by, at=at, words=before)
    record("plan.action_changed", action, by=by, decision=decision, fields=FIELDS)
    return action


@transaction.atomic
def move_action(
    *,
    file_id: int,
    action_id: uuid.UUID,
    version: int,
    state: str,
    result: str,
    by: User,
    at: datetime | None = None,
) -> PlanAction:
    """Say that an action began, is done or stopped; the last two with what came of it.

    Rules: PL-2, PL-7 (an end has a result), PL-10, PL-11 (the same twice is once).
    Raises: RuleViolation without a result, when a colleague was first, it ended, or the dossier is
        closed; PermissionDenied.
    Effects: the state, one version on; the plan is one edition on; a line; audit line.
    """
    at = at or timezone.now()
    file = _locked(file_id, by)
    decision = may(file, Action.WRITE_FILE, by)
    plan, action, wanted = plan_of(file), _action(file, action_id), ActionState(state)
    if (action.state, action.said.get("result", "")) == (wanted, result):
        return action
    if version != action.version:
        raise RuleViolation(CHANGED, field="version")
    action.state = ACTION_LIFECYCLE.target(ACTION_STEPS[wanted], action.state)
    if wanted not in OPEN_ACTIONS and not result.strip():
        raise RuleViolation("Schrijf kort op wat het resultaat is.", field="result")
    action.ended_at = None if wanted in OPEN_ACTIONS else at
    action.tell(result=result)
    action.version += 1
    action.save(update_fields=["state", "ended_at", "content", "version"])
    move_on(plan)
    words = f"{_line(action)}\n{wanted.label}. {result}".strip()
    leave_line(file, LineKind.ACTION_MOVED, by=by, at=at, words=words)
    record("plan.action_moved", action, by=by, decision=decision, fields=["state"])
    return action


def _write(action: PlanAction, text: ActionText) -> None:
    """Put the words in the row; the caller saves it."""
    action.who, action.kind = ActionWho(text.who), ActionKind(text.kind)
    action.offer, action.since, action.until = text.offer, text.since, text.until
    action.tell(what=text.what, name=text.name, short=text.short)


def _line(action: PlanAction) -> str:
    """An action in one sentence of the line."""
    return f"{action.doer} ({action.get_kind_display().lower()}): {action.said.get('what', '')}"


def _action(file: ResidentFile, action_id: uuid.UUID) -> PlanAction:
    """An action of this dossier, and of no other."""
    action = file.actions.select_related("offer").get(pk=action_id)
    action.file = file
    return action


def _locked(file_id: int, by: User) -> ResidentFile:
    """The dossier in scope, locked."""
    rows = ResidentFile.objects.visible_to(by).select_for_update(of=("self",))
    return rows.get(pk=file_id)
