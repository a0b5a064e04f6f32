"""The agenda of a meeting as one employee may see it; only reads (CT-19)."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

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
    invited = ItemInvitation.objects.current().select_related("person", "team", "recipient_kind")
    rows = conference.items.on_agenda().select_related(*PARTS)
    items = list(rows.prefetch_related(Prefetch("invitations", invited, to_attr="guests")))
    here = ConferenceItem.objects.filter(conference=conference)
    seen = set(here.visible_to(user).values_list("pk", flat=True))
    own = set(here.of_my_files(user).values_list("pk", flat=True))
    lines, at = [], conference.begins_at
    for item in items:
        if leads or item.pk in seen:
            lines.append(_line(item, at, item.pk in seen, item.pk in own))
        at += timedelta(minutes=item.minutes)
    total = sum(item.minutes for item in items)
    residents = frozenset(line.item.resident_id for line in lines)
    return Agenda(lines, len(items) - len(lines), total, residents)


def _line(item: ConferenceItem, at: datetime, opens: bool, is_own: bool) -> Line:
    """A name only for who may open it, and of an anonymous point only in the dossier."""
    named = opens and (is_own or not item.is_anonymous)
    guests = []
    for guest in getattr(item, "guests", []):
        guest.item, guest.file = item, item.file
        guests.append(guest.name)
    return Line(item, at, opens, str(item.resident) if named else "", guests)
