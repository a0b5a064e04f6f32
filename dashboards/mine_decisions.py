"""Of Mijn werk what must be decided, and what comes back after a decision (AB-3, AB-14)."""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone

from cases.callbacks.models.lights import Light
from cases.decisions.lights import light_of
from cases.decisions.terms import end_of_day
from cases.models import Application, Decision, Objection
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.deadlines import local_day
from common.templatetags.screen import deadline
from dashboards.work import MINE_SHOWN, WorkItem

AHEAD = timedelta(days=30)
SOON_DAYS = 14


def applications(request: EmployeeRequest) -> list[WorkItem]:
    """Aanvragen I must decide or look at as the second person, by the two weeks (AB-3, AB-9)."""
    if Action.SEE_APPLICATIONS not in GRANTS.allowed_actions(request.user):
        return []
    at, scope = timezone.now(), Application.objects.visible_to(request.user)
    rows = list(scope.on_desk_of(request.user).for_list()[:MINE_SHOWN])
    return [
        WorkItem(
            due_at=row.due_at,
            light=light_of(row, at),
            when=deadline(row.due_at if row.is_urgent else row.due_on),
            url=reverse("application-detail", args=[row.pk]),
            label="Besluit beoordelen" if row.second_id == request.user.pk else "Besluiten",
            reference=row.reference,
            resident=row.resident,
            subject=row.get_ground_display(),
            status=row.get_state_display(),
        )
        for row in rows
    ]


def after_decisions(request: EmployeeRequest) -> list[WorkItem]:
    """Objections I must decide on by the law, and decisions to look at again (WMO 2.3.9)."""
    if Action.SEE_APPLICATIONS not in GRANTS.allowed_actions(request.user):
        return []
    at = timezone.now()
    scope = Application.objects.visible_to(request.user).filter(handler=request.user)
    objections = Objection.objects.open().filter(application__in=scope)
    items = [
        _item(row.application, row.due_at, "Bezwaar", deadline(row.due_on), at)
        for row in objections.select_related("application__resident")[:MINE_SHOWN]
    ]
    until = local_day(at) + AHEAD
    reviews = Decision.objects.filter(application__in=scope, review_on__lte=until)
    for row in reviews.select_related("application__resident")[:MINE_SHOWN]:
        if row.review_on is not None:
            due = end_of_day(row.review_on)
            when = deadline(row.review_on)
            items.append(_item(row.application, due, "Opnieuw kijken", when, at))
    return items


def _item(application: Application, due: datetime, label: str, when: str, at: datetime) -> WorkItem:
    return WorkItem(
        due_at=due,
        light=_light(due, at),
        when=when,
        url=reverse("application-detail", args=[application.pk]),
        label=label,
        reference=application.reference,
        resident=application.resident,
        subject="Besluit",
        status=application.get_state_display(),
    )


def _light(due: datetime, at: datetime) -> Light:
    """Late, soon or not yet; in days."""
    days = (local_day(due) - local_day(at)).days
    if due <= at:
        return Light("far_late", "te laat")
    return Light("warning" if days <= SOON_DAYS else "ok", f"nog {days} dagen")
