"""The words of reminders: which request and when, never who or what about (design 6)."""

from cases.callbacks.models import CallbackRequest, ReminderKind, Urgency
from common.templatetags.screen import deadline


def reminder_text(callback: CallbackRequest, kind: str) -> str:
    """One sentence for a notice."""
    what = f"Terugbelverzoek {callback} ({Urgency(callback.urgency).label.lower()})"
    when = deadline(callback.due_at)
    if kind == ReminderKind.BEFORE_TERM:
        return f"{what} moet uiterlijk {when} gebeld zijn."
    if kind == ReminderKind.AT_TERM:
        return f"{what} is te laat: de termijn was {when}."
    if kind == ReminderKind.TWICE_TERM:
        return f"{what} is veel te laat: twee keer de termijn is voorbij."
    return f"Het wachten op de inwoner is voorbij voor {callback}: bel uiterlijk {when}."
