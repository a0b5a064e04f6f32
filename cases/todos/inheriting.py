"""A task never stays with somebody who cannot open it any more (TK-5)."""

from datetime import datetime

from audit.services import record
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.parting import at_parting
from cases.dossiers.tracing import leave_line
from cases.todos.messages import inherited_text
from cases.todos.models import Task
from clusters.models import User
from clusters.notices.services import notify
from common.deadlines import local_day


@at_parting
def inherit(file: ResidentFile, person: User, by: User, at: datetime) -> None:
    """Inside the act by which somebody leaves: what they had to do goes to the casusregisseur."""
    if file.workers(local_day(at)).filter(pk=person.pk).exists():
        return
    tasks = file.tasks.open().filter(owner=person).order_by("pk")
    for task in tasks.select_for_update(of=("self",)).select_related("owner"):
        task.file = file
        pass_on(task, by=by, at=at)


def pass_on(task: Task, *, by: User, at: datetime, why: str = "") -> None:
    """One locked task goes over, with a line that says so; who gets it is told."""
    file, before = task.file, task.owner
    why = why or f"{before} werkt niet meer mee in dit dossier."
    task.owner = file.director
    task.version += 1
    task.save(update_fields=["owner", "version"])
    words = f"{task.words}\n{why}"
    leave_line(file, LineKind.TASK_HAND, by=by, at=at, words=words, person=file.director)
    record("task.inherited", task, by=by, fields=["owner"])
    notify(
        person_ids={file.director_id} - {by.pk},
        text=inherited_text(task, before),
        url_name="task-list",
        object_id=file.pk,
        dedup_key=f"task:{task.pk}:inherited:{task.version}",
        at=at,
    )
