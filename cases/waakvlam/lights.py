"""How a waakvlam stands against its days, in a word and a colour; never a colour alone."""

from datetime import date, datetime

from cases.callbacks.models.lights import Light
from cases.waakvlam.models import Mood, Waakvlam
from common.deadlines import local_day

MOODS = {Mood.GOOD: "ok", Mood.WATCH: "warning", Mood.WORRY: "late"}


def light_of(waakvlam: Waakvlam, at: datetime) -> Light:
    """The next contact against its day; what ended says how."""
    if not waakvlam.is_running:
        return Light("neutral", waakvlam.get_state_display())
    if waakvlam.stopped:
        return Light("warning", waakvlam.stopped)
    return _against(waakvlam.next_on, local_day(at))


def review_light(waakvlam: Waakvlam, at: datetime) -> Light:
    """The day on which it is looked at again."""
    if waakvlam.stopped:
        return Light("warning", waakvlam.stopped)
    return _against(waakvlam.review_on, local_day(at))


def mood_light(mood: str) -> Light | None:
    """How it was at the last contact; nothing when nobody spoke with the resident yet."""
    return Light(MOODS[Mood(mood)], Mood(mood).label) if mood else None


def _against(day: date, today: date) -> Light:
    days = (day - today).days
    if days < 0:
        return Light("late", "1 dag te laat" if days == -1 else f"{-days} dagen te laat")
    if days == 0:
        return Light("warning", "vandaag")
    return Light("ok", "morgen" if days == 1 else f"over {days} dagen")
