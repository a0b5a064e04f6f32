"""Write a task down."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from cases.dossiers.models import ResidentFile
from cases.dossiers.tracing import may
from cases.permissions import Action
from cases.todos.adding import NOT_HERE, OVER, write_task
from cases.todos.models import Task
from clusters.models import User
from common.errors import RuleViolation

__all__ = ["NOT_HERE", "OVER", "add_task"]
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


def _same(earlier: Task, file: ResidentFile) -> Task:
    """What this form made before; a key of another dossier is no key here."""
    if earlier.file_id != file.pk:
        raise RuleViolation(STALE)
    return earlier
