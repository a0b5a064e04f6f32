"""Of Mijn werk what comes from dossiers: evaluations of the plan, and tasks."""

from django.urls import reverse
from django.utils import timezone

from cases.models import Task
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
