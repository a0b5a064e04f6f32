"""How a hand-over stands against its term, in a word and a colour; never a colour alone."""

from datetime import datetime, timedelta

from cases.callbacks.models.lights import Light
from cases.handovers.lifecycle import HandoverState
from cases.handovers.models import Handover

SOON = timedelta(days=1)
KINDS = {
    HandoverState.ACCEPTED: "ok",
    HandoverState.REFUSED: "warning",
    HandoverState.EXPIRED: "late",
}


def light_of(handover: Handover, at: datetime) -> Light:
    """The term while it waits; what became of it afterwards."""
    word = handover.get_state_display().lower()
    if handover.is_waiting and handover.answer_by is not None:
        if at > handover.answer_by:
            return Light("late", "antwoord te laat")
        if handover.answer_by - at <= SOON:
            return Light("warning", f"{word}, antwoord vandaag of morgen")
        return Light("info", word)
    return Light(KINDS.get(HandoverState(handover.state), "neutral"), word)
