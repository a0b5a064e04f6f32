"""Write a task down."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.tracing import leave_line, may
from cases.permissions import Action
from cases.todos.messages import asked_text
from cases.todos.models import Task
from clusters.models import User
from clusters.notices.services import notify
from common.access import Decision
from common.deadlines import local_day
from common.errors import RuleViolation

NOT_HERE = "Deze collega werkt niet mee in dit dossier. Voeg de collega eerst toe."
OVER = "Deze dag is al voorbij."
STALE = "Dit formulier is verouderd. Open de pagina opnieuw."


@transaction.atomic
def add_task(
    *,
    submission_key: uuid.UUID,
    file_id: int,
    words: str,
    owner: User,
    due_on: date,
    ahead: int,
    by: User,
    at: datetime | None = None,
) -> Task:
    """Give somebody who works in the dossier something to do by a day.

    Rules: TK-1 (what, who and a day that is not over), TK-2 (who works in the dossier), TK-4 (the
        owner works in it too), TK-8 (a form sent twice makes one).
    Raises: RuleViolation for another owner, a day that is over, or a closed dossier;
        PermissionDenied.
    Effects: a task and a line; a notice for the owner; audit line.
    """
    at = at or timezone.now()
    scope = ResidentFile.objects.visible_to(by).select_for_update(of=("self",))
    file = scope.get(pk=file_id)
    decision = may(file, Action.WRITE_FILE, by)
    if (earlier := Task.objects.filter(uuid=submission_key).first()) is not None:
        return _same(earlier, file)
    task = Task(uuid=submission_key, file=file, resident_id=file.resident_id, owner=owner)
    task.asked_by, task.asked_at = by, at
    write_task(task, words, due_on, ahead, decision)
    return task


def write_task(task: Task, words: str, due_on: date, ahead: int, decision: Decision) -> None:
    """Add a task in a locked dossier, inside the act that decides it (TK-1, TK-4).

    Raises: RuleViolation.
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


def _same(earlier: Task, file: ResidentFile) -> Task:
    """What this form made before; a key of another dossier is no key here."""
    if earlier.file_id != file.pk:
        raise RuleViolation(STALE)
    return earlier


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
