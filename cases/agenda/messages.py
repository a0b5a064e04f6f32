"""The words of notices: which meeting and when, never what was agreed or about whom (design 6)."""

from datetime import date

from cases.agenda.models import AgendaPoint
from common.templatetags.screen import deadline, dutch_date


def made_text(held_on: date, due_on: date | None) -> str:
    """Somebody put an agreement on your name."""
    until = f", uiterlijk {deadline(due_on)}" if due_on else ""
    return f"U heeft een afspraak uit het overleg KCC–SWT van {dutch_date(held_on)}{until}."


def withdrawn_text(held_on: date) -> str:
    """It is not yours any more."""
    return f"Uw afspraak uit het overleg KCC–SWT van {dutch_date(held_on)} is ingetrokken."


def late_text(point: AgendaPoint, *, is_owner: bool) -> str:
    """The day is over; whoever is not the owner hears whose it was."""
    whose = "Uw afspraak" if is_owner else f"De afspraak van {point.owner}"
    when = f"moest uiterlijk {deadline(point.due_on)} klaar zijn"
    return f"{whose} uit het overleg KCC–SWT van {dutch_date(point.meeting.held_on)} {when}."
