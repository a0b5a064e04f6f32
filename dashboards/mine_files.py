"""Of Mijn werk what comes from dossiers: evaluations of the plan, tasks and volunteers."""

from django.urls import reverse
from django.utils import timezone

from cases.matching.lights import light_of as match_light
from cases.models import MatchRequest, Task
from cases.permissions import GRANTS, Action
from cases.plans.due import end_of, evaluations_due
from cases.plans.due import light_of as evaluation_light
from cases.todos.lights import light_of as task_light
from clusters.http import EmployeeRequest
from common.templatetags.screen import deadline
from dashboards.work import MINE_SHOWN, WorkItem


def evaluations(request: EmployeeRequest) -> list[WorkItem]:
    """Plans of dossiers I direct that must be looked at soon, by their day."""
    at = timezone.now()
    return [
        WorkItem(
            due_at=end_of(row),
            light=evaluation_light(row, at),
            when=deadline(row.planned_on),
            url=reverse("plan-detail", args=[row.file_id]),
            label="Evaluatie",
            reference=row.file.reference,
            resident=row.resident,
            subject="Plan",
            status=row.get_state_display(),
        )
        for row in evaluations_due(request.user)[:MINE_SHOWN]
    ]


def tasks(request: EmployeeRequest) -> list[WorkItem]:
    """Tasks of mine in dossiers I work in; what to do stands in the dossier."""
    if Action.SEE_FILES not in GRANTS.allowed_actions(request.user):
        return []
    at = timezone.now()
    rows = list(Task.objects.mine(request.user).select_related("file", "resident")[:MINE_SHOWN])
    return [
        WorkItem(
            due_at=row.due_at,
            light=task_light(row, at),
            when=deadline(row.due_on),
            url=reverse("task-list", args=[row.file_id]),
            label="Taak",
            reference=row.file.reference,
            resident=row.resident,
            subject=f"gevraagd op {deadline(row.asked_at)}",
            status=row.get_state_display(),
        )
        for row in rows
    ]


def matches(request: EmployeeRequest) -> list[WorkItem]:
    """Volunteers I must find, by the term of the answer; those I must ask about, by that day."""
    allowed = GRANTS.allowed_actions(request.user)
    if Action.SEE_FILES not in allowed:
        return []
    at, rows = timezone.now(), MatchRequest.objects.select_related("resident", "question__domain")
    found = list(rows.to_follow_up(request.user).order_by("follow_up_on", "pk")[:MINE_SHOWN])
    if Action.SEE_MATCHES in allowed:
        found += rows.on_desk_of(request.user).order_by("answer_by", "pk")[:MINE_SHOWN]
    return [
        WorkItem(
            due_at=row.due_at,
            light=match_light(row, at),
            when=deadline(row.follow_up_on or row.answer_by),
            url=reverse("match-detail", args=[row.pk]),
            label="Nagaan of het liep" if row.follow_up_on else "Vrijwilliger zoeken",
            reference=row.reference,
            resident=row.resident,
            subject=str(row.question.domain),
            status=row.get_state_display(),
        )
        for row in found
    ]
