"""Of Mijn werk what comes from dossiers: evaluations of the plan, tasks and volunteers."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from cases.dossiers.models.files import reference_of
from cases.matching.lights import light_of as match_light
from cases.models import Evaluation, MatchRequest, Task
from cases.permissions import GRANTS, Action
from cases.plans.due import end_of
from cases.plans.due import light_of as evaluation_light
from cases.todos.lights import light_of as task_light
from clusters.models import User
from common.templatetags.screen import address, deadline
from dashboards.work import WorkItem

TASK = ("file_id", "due_at", "asked_at", "state")
OWNER = ("owner__first_name", "owner__last_name", "owner__username")
EVALUATION = ("file_id", "planned_on", "state")
MATCH = ("follow_up_on", "answer_by", "state", "question__domain__label")


def tasks_of(user: User) -> QuerySet[Task]:
    """Tasks of this employee in dossiers they work in."""
    rows = Task.objects.mine(user)
    return rows if Action.SEE_FILES in GRANTS.allowed_actions(user) else rows.none()


def unowned_of(user: User) -> QuerySet[Task]:
    """Tasks without an owner in dossiers of the teams this manager steers (TK-9)."""
    rows = Task.objects.to_assign(user)
    return rows if Action.STEER_FILE in GRANTS.allowed_actions(user) else rows.none()


def follow_ups_of(user: User) -> QuerySet[MatchRequest]:
    """Volunteers who were found, of whom this casusregisseur asks whether they came (MV-10)."""
    rows = MatchRequest.objects.to_follow_up(user)
    return rows if Action.SEE_FILES in GRANTS.allowed_actions(user) else rows.none()


def searches_of(user: User) -> QuerySet[MatchRequest]:
    """Volunteers this coordinator must find, by the term of the answer."""
    rows = MatchRequest.objects.on_desk_of(user)
    return rows if Action.SEE_MATCHES in GRANTS.allowed_actions(user) else rows.none()


def evaluation_items(rows: Iterable[Evaluation], user: User) -> list[WorkItem]:
    """A row per plan that must be looked at soon, by its day."""
    at = timezone.now()
    return [
        WorkItem(
            due_at=end_of(row),
            light=evaluation_light(row, at),
            when=deadline(row.planned_on),
            url=address("plan-detail", row.file_id),
            label="Evaluatie",
            reference=reference_of(row.file_id),
            resident=row.resident,
            subject="Plan",
            status=row.get_state_display(),
        )
        for row in rows
    ]


def task_items(rows: Iterable[Task], user: User) -> list[WorkItem]:
    """A row per task; what to do stands in the dossier."""
    at = timezone.now()
    return [
        WorkItem(
            due_at=row.due_at,
            light=task_light(row, at),
            when=deadline(row.due_on),
            url=address("task-list", row.file_id),
            label="Taak",
            reference=reference_of(row.file_id),
            resident=row.resident,
            subject=f"gevraagd op {deadline(row.asked_at)}",
            status=row.get_state_display(),
        )
        for row in rows
    ]


def unowned_items(rows: Iterable[Task], user: User) -> list[WorkItem]:
    """A row per task that nobody does any more; what it is stands in the dossier."""
    at = timezone.now()
    return [
        WorkItem(
            due_at=row.due_at,
            light=task_light(row, at),
            when=deadline(row.due_on),
            url=reverse("task-assign", args=[row.file_id, row.pk]),
            label="Taak zonder eigenaar",
            reference=reference_of(row.file_id),
            resident=row.resident,
            subject=f"was van {row.owner}",
            status=row.get_state_display(),
        )
        for row in rows
    ]


def match_items(rows: Iterable[MatchRequest], user: User) -> list[WorkItem]:
    """A row per volunteer to find or to ask about."""
    at = timezone.now()
    return [
        WorkItem(
            due_at=row.due_at,
            light=match_light(row, at),
            when=deadline(row.follow_up_on or row.answer_by),
            url=address("match-detail", row.pk),
            label="Nagaan of het liep" if row.follow_up_on else "Vrijwilliger zoeken",
            reference=row.reference,
            resident=row.resident,
            subject=str(row.question.domain),
            status=row.get_state_display(),
        )
        for row in rows
    ]
