"""What the desk may tell a caller who gave two facts; the same page for whoever is unknown (H6)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils import timezone

from audit.services import record_view
from cases.callbacks.models import CallbackRequest, Facts, known_requests
from cases.callbacks.models.status import status_line
from cases.contacts.throttle import LOOKED_UP, TOO_MANY, looked_up_too_often
from cases.decisions.status import Phrase, phrases_for, residents_of
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest

ASK_MORE = "Vraag twee gegevens: nummer of postcode, en geboortedatum of naam."
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


def look_up(request: EmployeeRequest, facts: Facts, *, chosen: int | None = None) -> Known:
    """The caller's own requests in words; what was shown is in the trail, also when it is nothing.

    ``chosen`` is the request the question already joins.
    """
    decision = GRANTS.require(request.user, Action.LOOK_UP_CALLER)
    if not facts.are_enough:
        return Known(ASK_MORE)
    at = timezone.now()
    if looked_up_too_often(request.user, at):
        return Known(TOO_MANY)
    rows = list(known_requests(facts, at))
    residents = [row.resident_id for row in rows]
    record_view(request, LOOKED_UP, residents=residents, decision=decision)
    running = [row.pk for row in rows if row.is_open]
    joined = chosen if chosen in running else next(iter(running), None)
    return Known("" if rows else NOTHING, [(row, status_line(row, at)) for row in rows], joined)


def look_up_wmo(request: EmployeeRequest, facts: Facts, known: Known) -> list[Phrase]:
    """How it stands with the Wmo questions of this caller, in phrases without content (STA-1).

    Rules: AB-18 (the step and the day, no more). Nothing when the look-up itself was refused.
    """
    if known.text in (ASK_MORE, TOO_MANY):
        return []
    decision = GRANTS.require(request.user, Action.LOOK_UP_CALLER)
    people = residents_of(facts)
    if people:
        shown = [person.pk for person in people]
        record_view(request, "application.status_told", residents=shown, decision=decision)
    at = timezone.now()
    return [phrase for person in people for phrase in phrases_for(person, at)]
