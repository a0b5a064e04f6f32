"""Of Mijn werk what must be decided, and what comes back after a decision (AB-3, AB-14, AB-21)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import QuerySet, prefetch_related_objects
from django.utils import timezone

from cases.callbacks.models.lights import Light
from cases.decisions.lights import light_of
from cases.decisions.models.applications import ApplicationQuerySet
from cases.decisions.terms import end_of_day
from cases.models import Application, Decision, Objection
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.deadlines import local_day
from common.templatetags.screen import address, deadline
from dashboards.work import WorkItem

AHEAD = timedelta(days=30)
SOON_DAYS = 14
ASKED = ("state", "ground", "due_at", "second_id")
OBJECTION = ("application__state", "due_at")
REVIEW = ("application__state", "review_on")


def applications_of(user: User) -> QuerySet[Application]:
    """Aanvragen this employee must decide or look at as the second person (AB-3, AB-9)."""
    return _scope(user).on_desk_of(user)


def objections_of(user: User) -> QuerySet[Objection]:
    """Objections this employee must decide on by the law (AB-14)."""
    mine = _scope(user).filter(user.on_desk("handler"))
    return Objection.objects.open().filter(application__in=mine)


def reviews_of(user: User) -> QuerySet[Decision]:
    """Decisions this employee must look at again within a month (WMO 2.3.9)."""
    until = timezone.localdate() + AHEAD
    mine = _scope(user).filter(user.on_desk("handler"))
    rows = Decision.objects.filter(application__in=mine, review_on__lte=until)
    return rows.filter(replaced_by=None)


def application_items(rows: list[Application], user: User) -> list[WorkItem]:
    """A row per aanvraag, by the two weeks or the urgent norm; one query for the pauses."""
    prefetch_related_objects(rows, "pauses")
    at = timezone.now()
    return [
        WorkItem(
            due_at=row.due_at,
            light=light_of(row, at),
            when=deadline(row.due_at if row.is_urgent else row.due_on),
            url=address("application-detail", row.pk),
            label="Besluit beoordelen" if row.second_id == user.pk else "Besluiten",
            reference=row.reference,
            resident=row.resident,
            subject=row.get_ground_display(),
            status=row.get_state_display(),
        )
        for row in rows
    ]


def objection_items(rows: Iterable[Objection], user: User) -> list[WorkItem]:
    """A row per objection, by its own term."""
    return [_item(row, row.due_at, "Bezwaar", deadline(row.due_on)) for row in rows]


def review_items(rows: Iterable[Decision], user: User) -> list[WorkItem]:
    """A row per decision, by the day that stands in the letter."""
    return [
        _item(row, end_of_day(row.review_on), "Opnieuw kijken", deadline(row.review_on))
        for row in rows
        if row.review_on is not None
    ]


def _scope(user: User) -> ApplicationQuerySet:
    rows = Application.objects.visible_to(user)
    allowed = Action.SEE_APPLICATIONS in GRANTS.allowed_actions(user)
    return rows if allowed else rows.none()


def _item(row: Objection | Decision, due: datetime, label: str, when: str) -> WorkItem:
    application = row.application
    return WorkItem(
        due_at=due,
        light=_light(due, timezone.now()),
        when=when,
        url=address("application-detail", application.pk),
        label=label,
        reference=application.reference,
        resident=row.resident,
        subject="Besluit",
        status=application.get_state_display(),
    )


def _light(due: datetime, at: datetime) -> Light:
    """Late, soon or not yet; in days."""
    days = (local_day(due) - local_day(at)).days
    if due <= at:
        return Light("far_late", "te laat")
    return Light("warning" if days <= SOON_DAYS else "ok", f"nog {days} dagen")
