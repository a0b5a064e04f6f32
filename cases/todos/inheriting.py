"""A task never stays with somebody who cannot open it any more (TK-5, TK-9)."""

from datetime import date, datetime

from django.db.models import QuerySet

from audit.services import record
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.parting import at_parting
from cases.dossiers.tracing import leave_line
from cases.permissions import GRANTS, Action
from cases.todos.messages import inherited_text
from cases.todos.models import Task, gone
from clusters.models import User
from clusters.notices.services import notify
from common.access import Decision
from common.deadlines import local_day


@at_parting
def inherit(file: ResidentFile, person: User, by: User, at: datetime) -> None:
    """Inside the act by which somebody leaves: what they had to do goes to the casusregisseur."""
    if file.workers(local_day(at)).filter(pk=person.pk).exists():
        return
    tasks = file.tasks.open().filter(owner=person).order_by("pk")
    for task in tasks.select_for_update(of=("self",)).select_related("owner"):
        task.file = file
        pass_on(task, file.director, by=by, at=at)


def act_for(by: User, file: ResidentFile) -> Action:
    """On what one may assign: working in the dossier, or steering it without reading it."""
    allowed = GRANTS.grounds_in_scope(by, file)
    return Action.WRITE_FILE if Action.WRITE_FILE in allowed else Action.STEER_FILE


def takers_of(file: ResidentFile, day: date) -> QuerySet[User]:
    """Who works in the dossier and can still sign in for it."""
    return file.workers(day).exclude(pk__in=gone(day).values("pk"))


def pass_on(
    task: Task,
    to: User,
    *,
    by: User,
    at: datetime,
    decision: Decision | None = None,
    why: str = "",
) -> None:
    """One locked task goes over, with a line that says so; who gets it is told."""
    file, before = task.file, task.owner
    task.owner = to
    task.version += 1
    task.save(update_fields=["owner", "version"])
    why = why or f"{before} werkt niet meer mee in dit dossier."
    words = f"{task.words}\n{why}"
    leave_line(file, LineKind.TASK_HAND, by=by, at=at, words=words, person=to)
    record("task.inherited", task, by=by, decision=decision, fields=["owner"])
    notify(
        person_ids={to.pk} - {by.pk},
        text=inherited_text(task, before),
        url_name="task-list",
        object_id=file.pk,
        dedup_key=f"task:{task.pk}:inherited:{task.version}",
        at=at,
    )
