"""Contacts and requests out of the house, as lines of a file."""

import heapq
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import IO, Any

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from audit.services import record
from cases.callbacks.models import CallbackRequest
from cases.contacts.models import ContactQuestion
from cases.exchange.lines import to_line
from cases.exchange.outgoing import question_line, request_line
from clusters.models import Team, User
from common.deadlines import AMSTERDAM

CHUNK = 500
ORDER = ("ended_at", "contact__uuid", "position")
KEY = "submission_key"
TIES = (
    "resident",
    "registered_by",
    "registered_in",
    "neighbourhood",
    "cluster",
    "team",
    "subject",
    "handler",
    "first_attempt_by",
    "outcome",
)
Placed = tuple[tuple[datetime, str, int], dict[str, Any]]
Stream = Generator[Placed, None, None]


@dataclass(frozen=True)
class Selection:
    """Which contacts: of days (both counted) and of a desk; everything when empty."""

    first_day: date | None = None
    last_day: date | None = None
    desk: Team | None = None

    def __str__(self) -> str:
        days = f"{self.first_day or 'het begin'} tot en met {self.last_day or 'nu'}"
        return f"{days}, {self.desk.code if self.desk else 'elke balie'}"

    def q(self, moment: str, desk: str) -> Q:
        """The condition on the column of the moment and that of the desk."""
        wanted = Q()
        if self.first_day:
            wanted &= Q(**{f"{moment}__gte": _midnight(self.first_day)})
        if self.last_day:
            wanted &= Q(**{f"{moment}__lt": _midnight(self.last_day + timedelta(days=1))})
        if self.desk:
            wanted &= Q(**{desk: self.desk})
        return wanted


@dataclass
class ExportCount:
    """How many lines a file has, and how many of them hold a request to call back."""

    lines: int = 0
    requests: int = 0

    def __str__(self) -> str:
        return f"{self.lines} klantcontacten, {self.requests} terugbelverzoeken"


@transaction.atomic
def create_export(*, out: IO[bytes], selection: Selection, by: User | None) -> ExportCount:
    """Write every contact of the selection to ``out``, oldest first; the system does this.

    Two queries whatever the number of lines, read in chunks, so that memory stays flat. Requests
    that the selected contacts point to go along, so that the file can be read back on its own.

    Rules: TEL-2, INW-3 (a secret address is in no file: none is kept), AUD-1.
    Raises: OSError when the disk is full; the caller throws the file away.
    Effects: lines in ``out``; audit line with the numbers and the selection, no content.
    """
    count = ExportCount()
    with closing(_questions(selection)) as asked, closing(_requests(selection)) as requests:
        for _place, line in heapq.merge(asked, requests, key=lambda placed: placed[0]):
            out.write(to_line(line))
            count.lines += 1
            count.requests += len(line["internetaken"])
    record("contacts.exported", by=by, reason=f"{count}; {selection}")
    return count


def _questions(selection: Selection) -> Stream:
    """Every question of the selected calls, with the request that the call made."""
    asked = _asked(selection)
    homes = _homes(selection).filter(callback=OuterRef("callback")).order_by(*ORDER)
    own = CallbackRequest.objects.filter(resident=OuterRef("contact__resident"))
    rows = (
        asked.select_related("subject", "contact__employee", "contact__desk", "contact__resident")
        .select_related(*(f"callback__{name}" for name in TIES))
        .annotate(
            home=Subquery(homes.values("pk")[:1]),
            anchor=Subquery(own.order_by("registered_at", "submission_key").values(KEY)[:1]),
        )
        .order_by(*ORDER)
    )
    for row in rows.iterator(chunk_size=CHUNK):
        place = (row.ended_at, str(row.contact.uuid), row.position)
        yield place, question_line(row, is_home=row.home == row.pk, anchor=row.anchor)


def _requests(selection: Selection) -> Stream:
    """Requests that no selected call made: selected themselves, or pointed to by a contact."""
    asked = _asked(selection)
    wanted = selection.q("registered_at", "registered_in")
    if wanted:
        wanted |= Q(Exists(asked.filter(callback=OuterRef("pk"))))
        wanted |= Q(Exists(asked.filter(contact__resident=OuterRef("resident"))))
    rows = (
        CallbackRequest.objects.filter(wanted)
        .exclude(Exists(_homes(selection).filter(callback=OuterRef("pk"))))
        .select_related(*TIES)
        .order_by("registered_at", "submission_key")
    )
    for row in rows.iterator(chunk_size=CHUNK):
        yield (row.registered_at, str(row.submission_key), 0), request_line(row)


def _asked(selection: Selection) -> QuerySet[ContactQuestion]:
    return ContactQuestion.objects.filter(selection.q("contact__ended_at", "contact__desk"))


def _homes(selection: Selection) -> QuerySet[ContactQuestion]:
    """Questions from which a request can have come: asked before it was written down."""
    return _asked(selection).filter(
        contact__resident=F("callback__resident"), ended_at__lte=F("callback__registered_at")
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, AMSTERDAM)
