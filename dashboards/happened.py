"""Dit gebeurde er: what deputies did while they covered for me (WN-11); only reads.

What happened in a dossier stands on its line. What has no dossier, or no line in it, comes from the
audit trail: acts of the deputy on what is on my desk. Six queries at most, and one per kind found.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.urls import reverse

from audit.labels import code_label
from audit.models import AuditEvent, EventAction, Outcome
from cases.dossiers.models.files import reference_of
from cases.models import (
    CallbackRequest,
    FileLine,
    KitchenTableTalk,
    Resident,
    ResidentFile,
    Signal,
    Waakvlam,
    WmoNotification,
)
from clusters.cover.reach import deputies_during
from clusters.models import Cover, User
from common.deadlines import ONE_DAY
from common.weeks import midnight

Key = tuple[str, int | None]
"""Code and number: by these an act of the trail is known that is on a line already."""
MOST_SHOWN = 200
DESKS: dict[str, tuple[Any, str, str]] = {
    "cases.callbackrequest": (CallbackRequest, "handler", "callback-detail"),
    "cases.wmonotification": (WmoNotification, "handler", "notification-detail"),
    "cases.kitchentabletalk": (KitchenTableTalk, "notification__handler", "talk-detail"),
    "cases.waakvlam": (Waakvlam, "owner", "waakvlam-detail"),
    "cases.signal": (Signal, "handler", "signal-detail"),
}
"""What the trail knows by kind and number: whose it is, and where its page is."""


@dataclass(frozen=True)
class Happening:
    """One thing a deputy did: when, who, what, where to look, and about whom."""

    at: datetime
    by: str
    what: str
    reference: str
    url: str
    resident: Resident | None

    @property
    def resident_id(self) -> int | None:
        """The number of the resident, for the trail."""
        return None if self.resident is None else self.resident.pk


def happened_during(cover: Cover, user: User) -> list[Happening]:
    """Newest first, of what this employee still has on their desk; ``MOST_SHOWN`` at most."""
    begin, end = period_of(cover)
    people = {person.pk: person for person in deputies_during(cover)}
    lines = _lines(people, begin, end, user)
    known = {key for key, _ in lines}
    acts = [each for each in _acts(people, begin, end, user) if each[0] not in known]
    found = [happening for _, happening in lines + acts]
    return sorted(found, key=lambda each: each.at, reverse=True)[:MOST_SHOWN]


def period_of(cover: Cover) -> tuple[datetime, datetime]:
    """From the moment it began to the moment it was over (WN-8)."""
    begin = max(midnight(cover.first_day), cover.arranged_at)
    last = midnight(cover.last_day + ONE_DAY)
    return begin, last if cover.ended_at is None else min(last, cover.ended_at)


def _lines(
    people: dict[int, User], begin: datetime, end: datetime, user: User
) -> list[tuple[Key, Happening]]:
    """What they left on the lines of the dossiers in which this employee works; two queries."""
    files = ResidentFile.objects.mine(user)
    rows = FileLine.objects.filter(by__in=people, at__gte=begin, at__lt=end, file__in=files)
    rows = rows.select_related("resident").defer("content").order_by("-at", "-pk")
    return [
        (
            (row.event, row.ref),
            Happening(
                row.at,
                str(people[row.by_id or 0]),
                str(row),
                reference_of(row.file_id),
                reverse("file-detail", args=[row.file_id]),
                row.resident,
            ),
        )
        for row in rows[:MOST_SHOWN]
    ]


def _acts(
    people: dict[int, User], begin: datetime, end: datetime, user: User
) -> list[tuple[Key, Happening]]:
    """What the trail says that they did with what is on the desk of this employee."""
    events = AuditEvent.objects.filter(
        actor_id__in=people, at__gte=begin, at__lt=end, object_type__in=DESKS
    )
    events = events.filter(outcome=Outcome.SUCCESS).exclude(action=EventAction.READ)
    facts = list(events.order_by("-at", "-pk")[:MOST_SHOWN])
    found = _objects(facts, user)
    return [
        (
            (event.code, row.pk),
            Happening(
                event.at,
                str(people[event.actor_id or 0]),
                code_label(event.code),
                str(row),
                reverse(DESKS[event.object_type][2], args=[row.pk]),
                getattr(row, "resident", None),
            ),
        )
        for event in facts
        if (row := found.get((event.object_type, event.object_id))) is not None
    ]


def _objects(events: list[AuditEvent], user: User) -> dict[tuple[str, str], Any]:
    """Those of them that are in the name of this employee; a query per kind."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for event in events:
        wanted[event.object_type].add(event.object_id)
    found = {}
    for kind, numbers in wanted.items():
        model, holder, _page = DESKS[kind]
        rows = model.objects.visible_to(user).filter(Q(**{holder: user}), pk__in=numbers)
        related = ("resident",) if hasattr(model, "resident") else ()
        for row in rows.select_related(*related):
            found[kind, str(row.pk)] = row
    return found
