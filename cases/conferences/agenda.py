"""The agenda of a meeting as one employee may see it; only reads (CT-19)."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Prefetch

from cases.conferences.models import Conference, ConferenceItem, ItemInvitation
from clusters.models import User

PARTS = ("resident", "brought_by", "file")


@dataclass(frozen=True)
class Line:
    """One point: when it comes, about whom if that may be known, and who is invited."""

    item: ConferenceItem
    begins: datetime
    opens: bool
    name: str
    guests: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Agenda:
    """What somebody sees of a meeting, and how many points they do not see."""

    lines: list[Line]
    others: int
    minutes: int
    residents: frozenset[int]


def agenda_of(conference: Conference, user: User, *, leads: bool) -> Agenda:
    """Every point for who leads it or steers the team; else those one may open; five queries."""
    here = ConferenceItem.objects.filter(conference=conference)
    seen = set(here.visible_to(user).values_list("pk", flat=True))
    own = set(here.of_my_files(user).values_list("pk", flat=True))
    times, total = _times(conference)
    shown = times if leads else seen & times.keys()
    lines = [
        _line(item, times[item.pk], item.pk in seen, item.pk in own)
        for item in _with_guests(here.filter(pk__in=shown).on_agenda())
    ]
    residents = frozenset(line.item.resident_id for line in lines)
    return Agenda(lines, len(times) - len(lines), total, residents)


def _times(conference: Conference) -> tuple[dict[int, datetime], int]:
    """When each point comes, and how long all take; nothing else of a point is read."""
    found, at = {}, conference.begins_at
    rows = ConferenceItem.objects.filter(conference=conference).on_agenda()
    for number, minutes in rows.values_list("pk", "minutes"):
        found[number] = at
        at += timedelta(minutes=minutes)
    return found, (at - conference.begins_at) // timedelta(minutes=1)


def _with_guests(rows: Any) -> Any:
    invited = ItemInvitation.objects.current().select_related("person", "team", "recipient_kind")
    guests = Prefetch("invitations", invited, to_attr="guests")
    return rows.select_related(*PARTS).prefetch_related(guests)


def _line(item: ConferenceItem, at: datetime, opens: bool, is_own: bool) -> Line:
    """A name only for who may open it, and of an anonymous point only in the dossier."""
    named = opens and (is_own or not item.is_anonymous)
    guests = []
    for guest in getattr(item, "guests", []):
        guest.item, guest.file = item, item.file
        guests.append(guest.name)
    return Line(item, at, opens, str(item.resident) if named else "", guests)
