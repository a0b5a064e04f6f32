"""The agenda of a meeting as one employee may see it; only reads (CT-19)."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch

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
    """Every point for who leads it or steers the team; else those one may open; three queries."""
    points = _points(conference, user)
    shown = {number for number, point in points.items() if leads or point.opens}
    rows = ConferenceItem.objects.filter(pk__in=shown).on_agenda()
    lines = [_line(item, points[item.pk]) for item in _with_guests(rows)]
    total = sum(point.minutes for point in points.values())
    residents = frozenset(line.item.resident_id for line in lines)
    return Agenda(lines, len(points) - len(lines), total, residents)


@dataclass(frozen=True)
class _Point:
    """When a point comes, and what this employee may know of it."""

    begins: datetime
    minutes: int
    opens: bool
    is_own: bool


def _points(conference: Conference, user: User) -> dict[int, _Point]:
    """Every point by number, in order; nothing else of it is read; one query."""
    scope, this = ConferenceItem.objects, OuterRef("pk")
    rows: Any = scope.filter(conference=conference).on_agenda()
    rows = rows.annotate(
        opens=Exists(scope.visible_to(user).filter(pk=this).order_by()),
        is_own=Exists(scope.worked_in(user).filter(pk=this).order_by()),
    )
    found, at = {}, conference.begins_at
    for number, minutes, *may in rows.values_list("pk", "minutes", "opens", "is_own"):
        found[number] = _Point(at, minutes, *may)
        at += timedelta(minutes=minutes)
    return found


def _with_guests(rows: Any) -> Any:
    invited = ItemInvitation.objects.current().select_related("person", "team", "recipient_kind")
    guests = Prefetch("invitations", invited, to_attr="guests")
    return rows.select_related(*PARTS).prefetch_related(guests)


def _line(item: ConferenceItem, point: _Point) -> Line:
    """A name only for who may open it, and of an anonymous point only in the dossier."""
    named = point.opens and (point.is_own or not item.is_anonymous)
    guests = []
    for guest in getattr(item, "guests", []):
        guest.item, guest.file = item, item.file
        guests.append(guest.name)
    return Line(item, point.begins, point.opens, str(item.resident) if named else "", guests)
