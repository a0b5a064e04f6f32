"""What a notice about a signal says: its number, never a word of it (design 6)."""

from cases.signals.models import Rung, Signal
from clusters.models import User
from common.templatetags.screen import deadline


def new_text(signal: Signal) -> str:
    """For the team it came to."""
    return f"Nieuw signaal {signal} voor {signal.team}: {signal.get_urgency_display().lower()}."


def given_text(signal: Signal, by: User) -> str:
    """For who goes from now on."""
    return f"{by} geeft u signaal {signal}. De volgende poging is {deadline(signal.next_on)}."


def missed_text(signal: Signal, rung: Rung) -> str:
    """For who is told that nobody went."""
    day = deadline(signal.next_on)
    if rung == Rung.HANDLER:
        return f"Herinnering: de poging bij signaal {signal} was voor {day}."
    if signal.handler_id is None:
        return f"Signaal {signal} is niet opgepakt. De eerste poging was voor {day}."
    return f"De poging bij signaal {signal} was voor {day} en is niet vastgelegd."
