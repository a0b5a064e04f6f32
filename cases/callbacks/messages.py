"""The words of reminders: which request and when, never who or what about (design 6)."""

from cases.callbacks.models import CallbackRequest, ReminderKind, Urgency
from common.deadlines import AMSTERDAM


def reminder_text(callback: CallbackRequest, kind: str) -> str:
    """One sentence for a notice."""
    due = callback.due_at.astimezone(AMSTERDAM)
    what = f"Terugbelverzoek {callback} ({Urgency(callback.urgency).label.lower()})"
    when = f"{due:%d-%m-%Y %H:%M}"
    if kind == ReminderKind.BEFORE_TERM:
        return f"{what} moet vóór {when} gebeld zijn."
    if kind == ReminderKind.AT_TERM:
        return f"{what} is te laat: de termijn was {when}."
    if kind == ReminderKind.TWICE_TERM:
        return f"{what} is veel te laat: twee keer de termijn is voorbij."
    return f"Het wachten op de inwoner is voorbij voor {callback}: bel vóór {when}."
