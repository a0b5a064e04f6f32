"""Another day for a meeting, or none; the order of its points; and rounding it off."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.conferences.carrying import carry_over, tell_moved
from cases.conferences.lifecycle import CONFERENCE_LIFECYCLE, ConferenceState
from cases.conferences.locking import lock_conference, must_be_newest
from cases.conferences.messages import cancelled_text, day_text
from cases.conferences.models import Conference, Facts
from cases.conferences.planning import why_closed
from cases.conferences.telling import tell_of_conference
from cases.permissions import Action
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def move_conference(
    *,
    conference_id: int,
    version: int,
    facts: Facts,
    words: str,
    by: User,
    at: datetime | None = None,
) -> Conference:
    """Hold one meeting on another day, at another time or elsewhere.

    Rules: CT-4 (who leads it or the manager; a day to come that we are open on, with a reason;
        everybody who comes hears it; not from an old page).
    Raises: RuleViolation; PermissionDenied.
    Effects: the meeting and its points, locked by ``select_for_update``; notices; audit line.
    """
    at = at or timezone.now()
    conference, decision = lock_conference(conference_id, Action.STEER_CONFERENCE, by)
    conference.state = CONFERENCE_LIFECYCLE.target("move", conference.state)
    if Facts(conference.held_on, conference.starts_at, conference.place) == facts:
        return conference
    must_be_newest(conference, version)
    _must_be_possible(facts, at)
    conference.plan(facts.held_on, facts.starts_at)
    conference.place, conference.why = facts.place, words
    conference.version += 1
    conference.save(update_fields=["held_on", "begins_at", "place", "why", "version"])
    record("conference.moved", conference, by=by, decision=decision, fields=["held_on"])
    people = {conference.chair_id} - {by.pk}
    tell_of_conference(conference, people, day_text(conference), "moved", at)
    for item in conference.items.waiting().select_for_update(of=("self",)):
        item.conference = conference
        item.version += 1
        item.save(update_fields=["version"])
        tell_moved(item, at)
    return conference


@transaction.atomic
def cancel_conference(
    *, conference_id: int, version: int, words: str, by: User, at: datetime | None = None
) -> Conference:
    """It does not take place; its points go to the next one.

    Rules: CT-4 (who leads it or the manager, with a reason; twice is once; everybody who comes
        hears it), CT-16 (nothing is lost).
    Raises: RuleViolation; PermissionDenied.
    Effects: the end of the meeting, locked by ``select_for_update``; notices; audit line.
    """
    at = at or timezone.now()
    conference, decision = lock_conference(conference_id, Action.STEER_CONFERENCE, by)
    if conference.state == ConferenceState.CANCELLED:
        return conference
    must_be_newest(conference, version)
    _end(conference, "cancel", by, at)
    conference.why = words
    conference.save(update_fields=["state", "ended_at", "ended_by", "why", "version"])
    record("conference.cancelled", conference, by=by, decision=decision, fields=["state"])
    people = {conference.chair_id} - {by.pk}
    tell_of_conference(conference, people, cancelled_text(conference), "cancelled", at)
    carry_over(conference, at)
    return conference


@transaction.atomic
def close_conference(*, conference_id: int, by: User, at: datetime | None = None) -> Conference:
    """The meeting was held: what was not reached goes to the next one.

    Rules: CT-16 (once; from its day on), CT-4 (who leads it or the manager).
    Raises: RuleViolation before its day; PermissionDenied.
    Effects: the end of the meeting, locked by ``select_for_update``; notices; audit line.
    """
    at = at or timezone.now()
    conference, decision = lock_conference(conference_id, Action.STEER_CONFERENCE, by)
    if conference.state == ConferenceState.HELD:
        return conference
    if not conference.is_over(local_day(at)):
        raise RuleViolation("Dit overleg is nog niet geweest.")
    _end(conference, "close", by, at)
    conference.save(update_fields=["state", "ended_at", "ended_by", "version"])
    record("conference.closed", conference, by=by, decision=decision, fields=["state"])
    carry_over(conference, at)
    return conference


@transaction.atomic
def order_items(
    *, conference_id: int, version: int, places: Mapping[int, tuple[int, int]], by: User
) -> Conference:
    """In which order the points come and how long each takes: number → (place, minutes).

    Rules: CT-19 (who leads it or the manager; not from an old page).
    Raises: RuleViolation; PermissionDenied.
    Effects: the points, locked by ``select_for_update`` after their meeting; audit line.
    """
    conference, decision = lock_conference(conference_id, Action.STEER_CONFERENCE, by)
    if not conference.is_planned:
        raise RuleViolation("Dit overleg is al geweest of gaat niet door.")
    must_be_newest(conference, version)
    rows = conference.items.on_agenda().filter(pk__in=places).select_for_update(of=("self",))
    for item in rows:
        item.position, item.minutes = places[item.pk]
        item.save(update_fields=["position", "minutes"])
    conference.version += 1
    conference.save(update_fields=["version"])
    record("conference.ordered", conference, by=by, decision=decision, fields=["items"])
    return conference


def _end(conference: Conference, step: str, by: User, at: datetime) -> None:
    conference.state = CONFERENCE_LIFECYCLE.target(step, conference.state)
    conference.ended_at, conference.ended_by = at, by
    conference.version += 1


def _must_be_possible(facts: Facts, at: datetime) -> None:
    """A day to come on which we are open; raises RuleViolation (CT-3, CT-4)."""
    if facts.held_on < local_day(at):
        raise RuleViolation("Deze dag is al voorbij.", field="held_on")
    why = why_closed(facts.held_on)
    if why:
        raise RuleViolation(f"Op deze dag kan geen overleg zijn: {why}.", field="held_on")
