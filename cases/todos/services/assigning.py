"""A task of somebody who cannot do it any more, or is not there, goes to who can (TK-9, TK-10)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cases.dossiers.tracing import lock_file, may
from cases.permissions import Action
from cases.todos.inheriting import act_for, pass_on, takers_of
from cases.todos.lifecycle import LIFECYCLE
from cases.todos.models import Task
from cases.todos.services.writing import NOT_HERE
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def assign_task(
    *, file_id: int, task_id: int, person: User, by: User, at: datetime | None = None
) -> Task:
    """Give a task without an owner to somebody who works in the dossier, oneself included.

    Who is the manager of the team may do this without reading what the task is.

    Rules: TK-9 (only of who has no account or no running role any more; to who can do it), TK-8
        (asked twice is once; who was second is told who has it).
    Raises: RuleViolation; PermissionDenied.
    Effects: the owner; a line; a notice; audit line.
    """
    at = at or timezone.now()
    file = lock_file(file_id, by)
    decision = may(file, act_for(by, file), by)
    rows = file.tasks.select_related("owner").select_for_update(of=("self",))
    task = rows.get(pk=task_id)
    task.file, task.state = file, LIFECYCLE.target("hand", task.state)
    if task.owner_id == person.pk:
        return task
    if not file.tasks.without_owner(local_day(at)).filter(pk=task.pk).exists():
        raise RuleViolation(f"Deze taak is al bij {task.owner}.")
    if not takers_of(file, local_day(at)).filter(pk=person.pk).exists():
        raise RuleViolation(NOT_HERE, field="person")
    pass_on(task, person, by=by, at=at, decision=decision)
    return task


@transaction.atomic
def give_task(
    *, file_id: int, task_id: int, person: User, why: str, by: User, at: datetime | None = None
) -> Task:
    """Give a task to somebody who works in the dossier, while its owner is not there.

    For the manager of the team, who hands out work and does not read what the task is.

    Rules: TK-10 (only who steers the dossier; to who works in it), TK-8 (asked twice is once).
    Raises: RuleViolation; PermissionDenied.
    Effects: the owner; a line with the reason; a notice; audit line.
    """
    at = at or timezone.now()
    file = lock_file(file_id, by)
    decision = may(file, Action.STEER_FILE, by)
    rows = file.tasks.select_related("owner").select_for_update(of=("self",))
    task = rows.get(pk=task_id)
    task.file, task.state = file, LIFECYCLE.target("hand", task.state)
    if task.owner_id == person.pk:
        return task
    if not takers_of(file, local_day(at)).filter(pk=person.pk).exists():
        raise RuleViolation(NOT_HERE, field="person")
    pass_on(task, person, by=by, at=at, decision=decision, why=why)
    return task
