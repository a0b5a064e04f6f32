"""A task is done, or no longer needed."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.tracing import leave_line, may
from cases.permissions import Action
from cases.todos.lifecycle import LIFECYCLE
from cases.todos.models import Task
from clusters.models import User
from common.access import Decision
from common.errors import RuleViolation


@transaction.atomic
def finish_task(
    *, file_id: int, task_id: int, words: str, by: User, at: datetime | None = None
) -> Task:
    """It is done; what came of it may be written down.

    Rules: TK-2, TK-3 (ended once), TK-8 (sent twice is once).
    Raises: RuleViolation when it ended otherwise already, or the dossier is closed;
        PermissionDenied.
    Effects: the end of the task; a line; audit line.
    """
    task, decision = _locked(file_id, task_id, by)
    if not task.is_open:
        return _ended_before(task, "finish", words)
    _end(task, "finish", LineKind.TASK_DONE, words, by=by, at=at or timezone.now())
    record("task.finished", task, by=by, decision=decision, fields=["state"])
    return task


@transaction.atomic
def drop_task(
    *, file_id: int, task_id: int, words: str, by: User, at: datetime | None = None
) -> Task:
    """It is no longer needed, for a reason.

    Rules: TK-2, TK-3 (with a reason; ended once), TK-8 (sent twice is once).
    Raises: RuleViolation without a reason, when it ended otherwise already, or the dossier is
        closed; PermissionDenied.
    Effects: the end of the task; a line; audit line.
    """
    task, decision = _locked(file_id, task_id, by)
    if not words.strip():
        raise RuleViolation("Schrijf kort op waarom het niet meer hoeft.", field="words")
    if not task.is_open:
        return _ended_before(task, "drop", words)
    _end(task, "drop", LineKind.TASK_DROP, words, by=by, at=at or timezone.now())
    record("task.dropped", task, by=by, decision=decision, fields=["state"])
    return task


def _end(task: Task, step: str, kind: LineKind, words: str, *, by: User, at: datetime) -> None:
    """The end on the task and in the dossier; inside an act's transaction."""
    task.state, task.ended_at, task.ended_by = LIFECYCLE.target(step, task.state), at, by
    task.ending = task.shut("ending", words) if words else b""
    task.save(update_fields=["state", "ended_at", "ended_by", "ending"])
    told = "\n".join(filter(None, (task.words, words)))
    leave_line(task.file, kind, by=by, at=at, words=told, person=task.owner)


def _ended_before(task: Task, step: str, words: str) -> Task:
    """The same end a second time is one end; another one is refused."""
    if LIFECYCLE.steps[step].target == task.state and task.outcome == words:
        return task
    state = task.get_state_display().lower()
    raise RuleViolation(f"Deze taak is al afgerond: {state}, door {task.ended_by}.")


def _locked(file_id: int, task_id: int, by: User) -> tuple[Task, Decision]:
    """The dossier first and then its task, both locked, and why it may be ended."""
    scope = ResidentFile.objects.visible_to(by).select_for_update(of=("self",))
    file = scope.get(pk=file_id)
    decision = may(file, Action.WRITE_FILE, by)
    rows = file.tasks.select_related("owner", "ended_by").select_for_update(of=("self",))
    task = rows.get(pk=task_id)
    task.file = file
    return task, decision
