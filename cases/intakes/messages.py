"""The words of reminders: which melding and when, never who or what about (design 6)."""

from cases.intakes.models import BellKind, WmoNotification
from common.templatetags.screen import deadline


def reminder_text(notification: WmoNotification, kind: str) -> str:
    """One sentence for a notice."""
    what = f"Melding {notification}"
    if kind == BellKind.URGENT:
        when = deadline(notification.urgent_due_at)
        return f"{what} heeft spoed: de norm voor een tijdelijke voorziening was {when}."
    if kind == BellKind.CONFIRM:
        return f"{what} is nog niet bevestigd. De norm was {deadline(notification.confirm_by)}."
    if kind == BellKind.BEFORE_END:
        when = deadline(notification.due_on)
        return f"{what} moet uiterlijk {when} onderzocht zijn."
    return f"{what} is over de zes weken: de laatste dag was {deadline(notification.due_on)}."
