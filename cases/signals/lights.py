"""How a signal stands against its day, in a word and a colour; never a colour alone."""

from datetime import date, datetime

from cases.callbacks.models.lights import Light
from cases.signals.models import Signal
from common.deadlines import local_day


def light_of(signal: Signal, at: datetime) -> Light:
    """The next attempt against its day; what ended says how."""
    if not signal.is_running:
        return Light("neutral", signal.get_state_display())
    return _against(signal.next_on, local_day(at))


def _against(day: date, today: date) -> Light:
    days = (day - today).days
    if days < 0:
        return Light("late", "1 dag te laat" if days == -1 else f"{-days} dagen te laat")
    if days == 0:
        return Light("warning", "vandaag")
    return Light("ok", "morgen" if days == 1 else f"over {days} dagen")
