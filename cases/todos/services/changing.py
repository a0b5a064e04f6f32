"""Give a task to somebody else, or another day."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.tracing import leave_line, may
from cases.permissions import Action
from cases.todos.lifecycle import LIFECYCLE
from cases.todos.messages import asked_text
from cases.todos.models import Task
from cases.todos.services.writing import NOT_HERE, OVER
from clusters.models import User
from clusters.notices.services import notify
from common.access import Decision
from common.deadlines import local_day
from common.errors import RuleViolation
from common.templatetags.screen import dutch_date

CHANGED = "Een collega wijzigde deze taak net: {0}, {1}. Kijk of uw wijziging nog nodig is."


@transaction.atomic
def hand_task(
    *,
    file_id: int,
    task_id: int,
    version: int,
    person: User,
    words: str,
    by: User,
    at: datetime | None = None,
) -> Task:
    """Give an open task to somebody else who works in the dossier.

    Rules: TK-2, TK-4 (to who works in the dossier, and the owner is told), TK-8 (asked twice is
        once; not from an old page).
    Raises: RuleViolation for another owner, when somebody was first, or when it is over;
        PermissionDenied.
    Effects: the owner; a line; a notice; audit line.
    """
    at = at or timezone.now()
    task, decision = _locked(file_id, task_id, by)
    task.state = LIFECYCLE.target("hand", task.state)
    if person.pk == task.owner_id:
        return task
    _not_changed(task, version)
    if not task.file.workers(local_day(at)).filter(pk=person.pk).exists():
        raise RuleViolation(NOT_HERE, field="person")
    task.owner = person
    task.version += 1
    task.save(update_fields=["owner", "version"])
    told = "\n".join(filter(None, (task.words, words)))
    leave_line(task.file, LineKind.TASK_HAND, by=by, at=at, words=told, person=person)
    record("task.handed", task, by=by, decision=decision, fields=["owner"])
    _tell(task, by, at)
    return task


@transaction.atomic
def move_task(
    *,
    file_id: int,
    task_id: int,
    version: int,
    due_on: date,
    words: str,
    by: User,
    at: datetime | None = None,
) -> Task:
    """Give an open task another day; why, and what the day was, stays in the dossier.

    Rules: TK-2, TK-6 (with a reason; the reminder comes again), TK-8 (asked twice is once; not
        from an old page).
    Raises: RuleViolation for a day that is over, when somebody was first, or when the task is over;
        PermissionDenied.
    Effects: the day and the reminder; a line; audit line.
    """
    at = at or timezone.now()
    task, decision = _locked(file_id, task_id, by)
    task.state = LIFECYCLE.target("move", task.state)
    before = task.due_on
    if due_on == before:
        return task
    _not_changed(task, version)
    if due_on < local_day(at):
        raise RuleViolation(OVER, field="due_on")
    task.plan(due_on, task.ahead, at)
    task.version += 1
    task.save(update_fields=["due_at", "remind_at", "reminded_at", "version"])
    days = f"Van {dutch_date(before)} naar {dutch_date(due_on)}."
    told = f"{task.words}\n{days} {words}"
    leave_line(task.file, LineKind.TASK_DAY, by=by, at=at, words=told, person=task.owner)
    record("task.moved", task, by=by, decision=decision, fields=["due_at"])
    return task


def _tell(task: Task, by: User, at: datetime) -> None:
    """The owner, when it is not who acts."""
    notify(
        person_ids={task.owner_id} - {by.pk},
        text=asked_text(task, by),
        url_name="task-list",
        object_id=task.file_id,
        dedup_key=f"task:{task.pk}:asked:{task.version}",
        at=at,
    )


def _not_changed(task: Task, version: int) -> None:
    """Refuse what was decided on an old page; the refusal says how it stands."""
    if version != task.version:
        day = f"voor {dutch_date(task.due_on)}"
        raise RuleViolation(CHANGED.format(task, day), field="version")


def _locked(file_id: int, task_id: int, by: User) -> tuple[Task, Decision]:
    """The dossier first and then its task, both locked, and why it may be changed."""
    scope = ResidentFile.objects.visible_to(by).select_for_update(of=("self",))
    file = scope.get(pk=file_id)
    decision = may(file, Action.WRITE_FILE, by)
    rows = file.tasks.select_related("owner").select_for_update(of=("self",))
    task = rows.get(pk=task_id)
    task.file = file
    return task, decision
