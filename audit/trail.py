"""Reads the trail for the screen: filtered, newest first, a page at a time, never counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.db.models import Q, QuerySet

from audit.labels import ground, object_label, sentence
from audit.models import AuditEvent, Outcome
from audit.who import ROLES

CLOSED = Q(code__startswith="safety.") | Q(route__startswith="safety-")
"""Lines of parts that nobody may know of; shown to who says why (MC-18)."""
_MICROSECOND = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Cursor:
    """The last line of a page; the next page holds what is older. No personal data in it."""

    at: datetime
    event_id: int

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The cursor in an address; None for none and for nonsense."""
        at, _dash, event_id = text.partition("-")
        if not (at.isdecimal() and event_id.isdecimal()):
            return None
        try:
            return cls(_EPOCH + int(at) * _MICROSECOND, int(event_id))
        except (OverflowError, ValueError):
            return None

    def __str__(self) -> str:
        return f"{(self.at - _EPOCH) // _MICROSECOND}-{self.event_id}"


@dataclass(frozen=True)
class Row:
    """One line of the trail in words."""

    at: datetime
    what: str
    who: str
    why: str
    reason: str
    fields: str
    residents: str
    denied: bool


@dataclass(frozen=True)
class TrailPage:
    """At most a page of lines, and where the next page begins ("" when this is the last)."""

    rows: list[Row]
    older: str


def trail_page(filters: Mapping[str, Any], *, before: Cursor | None) -> TrailPage:
    """The newest lines that fit the filters, older than ``before``; two queries."""
    events = _fitting(filters)
    if before is not None:
        events = events.filter(at__lte=before.at).filter(
            Q(at__lt=before.at) | Q(id__lt=before.event_id)
        )
    size = settings.PAGE_SIZE
    found = list(events.order_by("-at", "-id").prefetch_related("subjects")[: size + 1])
    page = found[:size]
    older = str(Cursor(page[-1].at, page[-1].pk)) if len(found) > size else ""
    return TrailPage([_row(event) for event in page], older)


def _fitting(filters: Mapping[str, Any]) -> QuerySet[AuditEvent]:
    """The events of these filters; an empty filter does not count."""
    conditions = {
        "at__gte": filters.get("begin"),
        "at__lt": filters.get("end"),
        "actor_id": filters.get("actor_id"),
        "code": filters.get("code"),
        "subjects__resident_id": filters.get("resident_id"),
        "object_type": filters.get("object_type"),
        "object_id": filters.get("object_id"),
        "route": filters.get("route"),
        "outcome__gte": Outcome.DENIED if filters.get("denied") else None,
    }
    events = AuditEvent.objects.filter(
        **{name: value for name, value in conditions.items() if value not in (None, "")}
    )
    return events if filters.get("closed") else events.exclude(CLOSED)


def _row(event: AuditEvent) -> Row:
    """The words of one event."""
    about = f"{object_label(event.object_type)} {event.object_id}".strip()
    residents = sorted(subject.resident_id for subject in event.subjects.all())
    return Row(
        at=event.at,
        what=sentence(event.code, event.actor_name, about or event.route),
        who=_capacity(event),
        why=ground(event.rule, event.relation),
        reason=event.purpose,
        fields=", ".join(event.fields),
        residents=", ".join(str(number) for number in residents),
        denied=event.outcome >= Outcome.DENIED,
    )


def _capacity(event: AuditEvent) -> str:
    """In which role, for which team or organisation."""
    place = f"team {event.team}" if event.team else event.organisation
    return ", ".join(part for part in (ROLES.get(event.role, event.role), place) if part)
