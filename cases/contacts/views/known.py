"""What the desk may tell a caller who gave two facts; the same page for whoever is unknown (H6)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from audit.services import record_view, record_views
from cases.callbacks.models import CallbackRequest, Facts, known_requests
from cases.callbacks.models.status import status_line
from cases.contacts.throttle import LOOKED_UP, TOO_MANY, looked_up_too_often
from cases.decisions.status import Phrase, phrases_for, residents_of
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest

ASK_MORE = "Vraag twee gegevens: nummer of postcode, en geboortedatum of naam."
STATUS_TOLD = "application.status_told"
NOTHING = "Bij deze gegevens loopt geen verzoek."


@dataclass(frozen=True)
class Known:
    """Lines to read aloud, or one sentence when there are none; the same for every caller."""

    text: str = ""
    lines: Sequence[tuple[CallbackRequest, str]] = field(default_factory=tuple)
    add_to: int | None = None

    @property
    def open_lines(self) -> list[tuple[CallbackRequest, str]]:
        """The requests a question can be added to."""
        return [line for line in self.lines if line[0].is_open]


def look_up_all(request: EmployeeRequest, facts: Facts) -> tuple[Known, list[Phrase]]:
    """The requests of this caller, and where their Wmo questions stand, without content (STA-1).

    Rules: AB-18 (the step and the day, no more). Both are in the trail before anything is said.
    """
    decision = GRANTS.require(request.user, Action.LOOK_UP_CALLER)
    at = timezone.now()
    refused = _refused(request, facts, at)
    if refused:
        return Known(refused), []
    rows, people = list(known_requests(facts, at)), residents_of(facts)
    seen = {LOOKED_UP: [row.resident_id for row in rows]}
    if people:
        seen[STATUS_TOLD] = people
    record_views(request, seen, decision=decision)
    return _known(rows, at), phrases_for(people, at) if people else []


def look_up(request: EmployeeRequest, facts: Facts, *, chosen: int | None = None) -> Known:
    """The caller's own requests in words; what was shown is in the trail, also when it is nothing.

    ``chosen`` is the request the question already joins.
    """
    decision = GRANTS.require(request.user, Action.LOOK_UP_CALLER)
    at = timezone.now()
    refused = _refused(request, facts, at)
    if refused:
        return Known(refused)
    rows = list(known_requests(facts, at))
    residents = [row.resident_id for row in rows]
    record_view(request, LOOKED_UP, residents=residents, decision=decision)
    return _known(rows, at, chosen)


def _refused(request: EmployeeRequest, facts: Facts, at: datetime) -> str:
    """Why nothing is looked up; empty when it is."""
    if not facts.are_enough:
        return ASK_MORE
    return TOO_MANY if looked_up_too_often(request.user, at) else ""


def _known(rows: list[CallbackRequest], at: datetime, chosen: int | None = None) -> Known:
    running = [row.pk for row in rows if row.is_open]
    joined = chosen if chosen in running else next(iter(running), None)
    return Known("" if rows else NOTHING, [(row, status_line(row, at)) for row in rows], joined)
