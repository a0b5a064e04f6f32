"""How a meldcode stands against its day, in a word and a colour; never a colour alone."""

from datetime import datetime

from cases.callbacks.models.lights import Light
from cases.meldcode.models import SafetyCode
from common.deadlines import local_day


def light_of(code: SafetyCode, at: datetime) -> Light:
    """The day on which it goes on; what ended says so."""
    if code.next_on is None:
        return Light("neutral", code.get_state_display())
    days = (code.next_on - local_day(at)).days
    if days < 0:
        return Light("late", "1 dag te laat" if days == -1 else f"{-days} dagen te laat")
    if days == 0:
        return Light("warning", "vandaag")
    return Light("ok", "morgen" if days == 1 else f"over {days} dagen")
