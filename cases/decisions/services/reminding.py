"""Telling who must know that a decision is due, and the manager that it is late (AB-20)."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from cases.decisions.models import Application
from clusters.models import Membership, Role
from clusters.notices.services import notify
from common.deadlines import local_day

AHEAD = timedelta(days=4)
MOST_AT_ONCE = 200


@transaction.atomic
def remind_of_decisions(*, at: datetime) -> int:
    """Tell whoever has an aanvraag some days before the end, and the manager after it.

    Rules: AB-20 (each once per end; an end that moved is told again; never to nobody).
    Raises: nothing.
    Effects: notices without a name; returns how many.
    """
    told = 0
    for application in _held(Application.objects.to_remind(at, at + AHEAD)):
        people = _people(application, at, managers=False)
        told += _tell(application, people, "reminded_at", "loopt bijna af", at)
    for application in _held(Application.objects.to_warn(at)):
        people = _people(application, at, managers=True)
        told += _tell(application, people, "warned_at", "is voorbij", at)
    return told


def _held(rows: QuerySet[Application]) -> list[Application]:
    """A bounded part of the rows, locked; what another worker has is left alone."""
    return list(rows.select_for_update(of=("self",), skip_locked=True, no_key=True)[:MOST_AT_ONCE])


def _people(application: Application, at: datetime, *, managers: bool) -> set[int]:
    """Who has it, or else the team; after the end the managers of both teams too."""
    running = Membership.objects.running(local_day(at))
    desk = running.filter(team_id=application.desk_id).handling()
    mine = desk.filter(user_id=application.handler_id)
    found = set(mine.values_list("user_id", flat=True))
    if not found:
        found = set(desk.values_list("user_id", flat=True))
    if managers:
        teams = [application.desk_id, application.team_id]
        rows = running.filter(team_id__in=teams, role=Role.TEAM_MANAGER)
        found |= set(rows.values_list("user_id", flat=True))
    return found


def _tell(application: Application, people: set[int], field: str, what: str, at: datetime) -> int:
    if not people:
        return 0
    setattr(application, field, at)
    application.save(update_fields=[field])
    return notify(
        person_ids=people,
        text=f"De termijn van aanvraag {application} {what}.",
        url_name="application-detail",
        object_id=application.pk,
        dedup_key=f"application:{application.pk}:{field}:{application.due_at:%Y%m%d}",
        at=at,
    )
