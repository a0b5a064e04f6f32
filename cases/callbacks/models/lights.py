"""The traffic light of a request: a word and a colour, never a colour alone (WCAG 1.4.1)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from cases.callbacks.lifecycle import CallbackState
from cases.callbacks.models.requests import CallbackRequest
from common.deadlines import WorkCalendar

HOUR = 60
WORKDAY = 8 * HOUR
DAYS = "werkdag"
NOTHING = "0 minuten"
COUNTED = timedelta(days=120)


@dataclass(frozen=True)
class Light:
    """``kind`` picks colour and shape of the badge, ``text`` says it."""

    kind: str
    text: str


def light_of(callback: CallbackRequest, at: datetime, calendar: WorkCalendar) -> Light:
    """How a request stands against its term, in working time."""
    if callback.state == CallbackState.CLOSED:
        return Light("neutral", "Afgesloten")
    if callback.state == CallbackState.PAUSED:
        return Light("info", "Wacht op inwoner")
    if at <= callback.due_at:
        left = working_span(at, callback.due_at, calendar)
        text = "loopt nu af" if left == NOTHING else f"nog {left}"
        return Light("ok" if DAYS in left else "warning", text)
    kind = "far_late" if at > callback.escalate_at else "late"
    gone = working_span(callback.due_at, at, calendar)
    return Light(kind, "zojuist te laat" if gone == NOTHING else f"{gone} te laat")


def working_span(start: datetime, end: datetime, calendar: WorkCalendar) -> str:
    """Working time between two moments: days, but less than a day's work in hours.

    Two hours over a weekend are two hours: who reads "1 werkdag" would wait till it is too late.
    """
    if end - start > COUNTED:
        return "meer dan 80 werkdagen"
    days = calendar.days_between(start, end)
    minutes = calendar.minutes_between(start, end) if days <= 1 else WORKDAY
    if days and minutes >= WORKDAY:
        return f"1 {DAYS}" if days == 1 else f"{days} {DAYS}en"
    if minutes >= HOUR:
        return f"{minutes // HOUR} uur"
    return "1 minuut" if minutes == 1 else f"{minutes} minuten"
