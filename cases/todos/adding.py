"""A new task in a locked dossier, inside the act that decides it (TK-1, TK-4)."""

from datetime import date, datetime

from audit.services import record
from cases.dossiers.models import LineKind
from cases.dossiers.tracing import leave_line
from cases.todos.messages import asked_text
from cases.todos.models import Task
from clusters.models import User
from clusters.notices.services import notify
from common.access import Decision
from common.deadlines import local_day
from common.errors import RuleViolation

NOT_HERE = "Deze collega werkt niet mee in dit dossier. Voeg de collega eerst toe."
OVER = "Deze dag is al voorbij."


def write_task(task: Task, words: str, due_on: date, ahead: int, decision: Decision) -> None:
    """Save it with its words and its day, leave a line and tell the owner.

    Raises: RuleViolation for another owner or a day that is over.
    """
    file, by, at = task.file, task.asked_by, task.asked_at
    if due_on < local_day(at):
        raise RuleViolation(OVER, field="due_on")
    if not file.workers(local_day(at)).filter(pk=task.owner_id).exists():
        raise RuleViolation(NOT_HERE, field="owner")
    task.plan(due_on, ahead, at)
    task.keep(words)
    task.save(force_insert=True)
    leave_line(file, LineKind.TASK, by=by, at=at, words=words, person=task.owner)
    record("task.added", task, by=by, decision=decision)
    _tell(task, by, at)


def _tell(task: Task, by: User, at: datetime) -> None:
    """The owner, when it is not who asks."""
    notify(
        person_ids={task.owner_id} - {by.pk},
        text=asked_text(task, by),
        url_name="task-list",
        object_id=task.file_id,
        dedup_key=f"task:{task.pk}:asked:{task.version}",
        at=at,
    )
