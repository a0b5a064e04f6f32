"""Begin, change and end a rhythm of meetings."""

import uuid
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.conferences.carrying import tell_moved
from cases.conferences.lifecycle import CONFERENCE_LIFECYCLE
from cases.conferences.messages import chair_text
from cases.conferences.models import (
    Conference,
    ConferenceItem,
    ConferenceKind,
    ConferenceSeries,
    Owner,
    SeriesFacts,
)
from cases.conferences.planning import plan_ahead
from cases.conferences.telling import tell_of_conference
from cases.permissions import GRANTS, Action
from clusters.models import Membership, Role, User
from common.access import Decision
from common.deadlines import local_day
from common.errors import RuleViolation

CHAIR_ROLES = (Role.TEAM_WORKER, Role.TEAM_MANAGER)
NAMES = ("starts_at", "minutes", "place", "chair", "weeks", "on_closed_day")
STOPPED = "de reeks is gestopt"
STALE = "Een collega wijzigde deze reeks net. Open de pagina opnieuw."


@transaction.atomic
def create_series(
    *,
    submission_key: uuid.UUID,
    owner: Owner,
    first_on: date,
    facts: SeriesFacts,
    by: User,
    at: datetime | None = None,
) -> ConferenceSeries:
    """Plan a casusoverleg or a casustafel that comes back.

    Rules: CT-1 (a manager, for the own team or its stadsdeel; led by who works there), CT-2 (the
        meetings of the coming weeks are there at once), CT-21 (a form sent twice makes one).
    Raises: RuleViolation for a day that is over or another chair; PermissionDenied.
    Effects: the rhythm and its meetings; audit line.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.START_CONFERENCES)
    earlier = ConferenceSeries.objects.filter(submission_key=submission_key).first()
    if earlier is not None:
        return earlier
    series = ConferenceSeries(submission_key=submission_key, valid_from=first_on)
    series.team, series.district = owner.team, owner.district
    series.kind = ConferenceKind.TEAM if owner.team else ConferenceKind.DISTRICT
    if not series.kept_by(by):
        raise PermissionDenied
    today = local_day(at)
    if first_on < today:
        raise RuleViolation("Deze dag is al voorbij.", field="first_on")
    _fill(series, facts, today)
    series.made_at, series.made_by = at, by
    series.save(force_insert=True)
    plan_ahead(series, today, at)
    record("series.started", series, by=by, decision=decision)
    return series


@transaction.atomic
def change_series(
    *, series_id: int, version: int, facts: SeriesFacts, by: User, at: datetime | None = None
) -> ConferenceSeries:
    """Another time, place or chair, for every meeting that is still to come.

    Rules: CT-1, CT-4 (guests hear of another time or place; not from an old page).
    Raises: RuleViolation; PermissionDenied.
    Effects: the rhythm and its coming meetings, locked by ``select_for_update``; notices; audit
        line.
    """
    at = at or timezone.now()
    series, decision = _locked(series_id, by)
    if series.version != version:
        raise RuleViolation(STALE, field="version")
    if facts.weeks != series.weeks:
        raise RuleViolation("Stop deze reeks en begin een nieuwe.", field="weeks")
    _fill(series, facts, local_day(at))
    series.version += 1
    series.save(update_fields=[*NAMES, "version"])
    for conference in _to_come(series, local_day(at)):
        _change(conference, facts, at)
    record("series.changed", series, by=by, decision=decision, fields=list(NAMES))
    return series


@transaction.atomic
def end_series(
    *, series_id: int, version: int, last_on: date, by: User, at: datetime | None = None
) -> ConferenceSeries:
    """There is no meeting after this day; what was planned does not take place.

    Rules: CT-1, CT-16 (not while points wait on a later day), CT-21 (twice is once).
    Raises: RuleViolation; PermissionDenied.
    Effects: the last day, the series locked by ``select_for_update``; audit line.
    """
    at = at or timezone.now()
    series, decision = _locked(series_id, by)
    if series.valid_until == last_on:
        return series
    if series.version != version:
        raise RuleViolation(STALE, field="version")
    if last_on < max(local_day(at), series.valid_from):
        raise RuleViolation("Deze dag is al voorbij.", field="last_on")
    _stop(series, last_on, by, at)
    series.valid_until = last_on
    series.version += 1
    series.save(update_fields=["valid_until", "version"])
    record("series.ended", series, by=by, decision=decision, fields=["valid_until"])
    return series


def _locked(series_id: int, by: User) -> tuple[ConferenceSeries, Decision]:
    scope = ConferenceSeries.objects.visible_to(by).select_related("team", "district", "chair")
    series = scope.select_for_update(of=("self",)).get(pk=series_id)
    return series, GRANTS.require(by, Action.KEEP_SERIES, series)


def _stop(series: ConferenceSeries, last_on: date, by: User, at: datetime) -> None:
    """What was planned after the last day does not take place; nothing may wait there (CT-16)."""
    later = series.conferences.planned().filter(planned_on__gt=last_on)
    rows = list(later.select_for_update(of=("self",)))
    if ConferenceItem.objects.waiting().filter(conference__in=rows).exists():
        raise RuleViolation("Na deze dag staan nog punten op de agenda. Verplaats die eerst.")
    for conference in rows:
        conference.state = CONFERENCE_LIFECYCLE.target("cancel", conference.state)
        conference.why, conference.ended_at, conference.ended_by = STOPPED, at, by
        conference.version += 1
        conference.save(update_fields=["state", "why", "ended_at", "ended_by", "version"])


def _fill(series: ConferenceSeries, facts: SeriesFacts, day: date) -> None:
    """Time, place and chair; who leads it works in one of the teams (CT-1)."""
    rows = Membership.objects.running(day).filter(user=facts.chair, role__in=CHAIR_ROLES)
    if not rows.filter(team__in=series.teams(day)).exists():
        raise RuleViolation("Deze collega werkt nu niet in het team of stadsdeel.", field="chair")
    for name in NAMES:
        setattr(series, name, getattr(facts, name))


def _to_come(series: ConferenceSeries, day: date) -> list[Conference]:
    rows = series.conferences.planned().filter(held_on__gte=day)
    return list(rows.for_list().select_for_update(of=("self",)).order_by("held_on", "pk"))


def _change(conference: Conference, facts: SeriesFacts, at: datetime) -> None:
    """One coming meeting; its guests hear of another time or place, a new chair of the task."""
    moved = (conference.starts_at, conference.place) != (facts.starts_at, facts.place)
    conference.plan(conference.held_on, facts.starts_at)
    conference.place = facts.place
    conference.minutes = facts.minutes
    conference.version += 1
    if conference.chair_id != facts.chair.pk:
        conference.chair = facts.chair
        tell_of_conference(conference, {facts.chair.pk}, chair_text(conference), "chair", at)
    conference.save(update_fields=["begins_at", "place", "minutes", "chair", "version"])
    for item in conference.items.waiting() if moved else ():
        item.version += 1
        item.save(update_fields=["version"])
        item.conference = conference
        tell_moved(item, at)
