"""Of Mijn werk what comes from dossiers: evaluations of the plan."""

from django.urls import reverse
from django.utils import timezone

from cases.plans.due import end_of, evaluations_due
from cases.plans.due import light_of as evaluation_light
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
