"""What the worker does with tasks: remind the owner, and pass on what nobody can open any more."""

from datetime import datetime

from django.db import transaction

from cases.dossiers.models import ResidentFile
from cases.todos.inheriting import pass_on
from cases.todos.messages import reminder_text
from cases.todos.models import Task
from clusters.models import User
from clusters.notices.services import notify
from common.deadlines import local_day

AT_ONCE = 500


@transaction.atomic
def remind_of_tasks(*, at: datetime) -> int:
    """Tell the owner once, on the morning that was asked for, that a task is due.

    Rules: TK-6 (once per day it is for; a task that moves is told again). A second run, or a second
        worker at once, finds nothing.
    Raises: nothing.
    Effects: notices without a name or a word of the task; returns how many.
    """
    rows = Task.objects.to_remind(at).select_related("file")
    told = 0
    for task in rows.select_for_update(of=("self",), skip_locked=True, no_key=True)[:AT_ONCE]:
        told += notify(
            person_ids={task.owner_id},
            text=reminder_text(task),
            url_name="task-list",
            object_id=task.file_id,
            dedup_key=f"task:{task.pk}:due:{task.due_on:%Y%m%d}",
            at=at,
        )
        task.reminded_at = at
        task.save(update_fields=["reminded_at"])
    return told


@transaction.atomic
def pass_on_tasks(*, at: datetime) -> int:
    """Give tasks of somebody whose last day in the dossier is over to the casusregisseur.

    Rules: TK-5 (a task is always with somebody who can open it).
    Raises: nothing.
    Effects: the owner; a line; a notice; audit line; returns how many.
    """
    lost = Task.objects.orphaned(local_day(at)).order_by("file_id", "pk")
    numbers = lost.order_by("file_id").values_list("file_id", flat=True).distinct()[:AT_ONCE]
    files = ResidentFile.objects.filter(pk__in=list(numbers)).order_by("pk")
    count = 0
    for file in files.select_for_update(of=("self",), skip_locked=True).select_related("director"):
        for task in lost.filter(file=file).select_related("owner").select_for_update(of=("self",)):
            task.file = file
            pass_on(task, file.director, by=_who_decided(task), at=at)
            count += 1
    return count


def _who_decided(task: Task) -> User:
    """Who said until when the owner works along; else who directs the dossier."""
    period = task.file.colleagues.filter(employee=task.owner).select_related("added_by").last()
    return period.added_by if period is not None else task.file.director
