"""How a melding stands against its terms: a word and a colour, never a colour alone."""

from datetime import datetime

from cases.callbacks.models.lights import Light
from cases.intakes.models.notifications import WmoNotification
from common.deadlines import local_day

SOON_DAYS, WEEK = 7, 7


def light_of(notification: WmoNotification, at: datetime) -> Light:
    """The six weeks in calendar days, as the law counts them."""
    if not notification.is_open:
        return Light("neutral", notification.get_state_display())
    days = (notification.due_on - local_day(at)).days
    if days < 0:
        return Light("far_late", f"{_days(-days)} over de zes weken")
    if days == 0:
        return Light("warning", "laatste dag")
    kind = "warning" if days <= SOON_DAYS else "ok"
    return Light(kind, f"nog {_days(days)}")


def warnings_of(notification: WmoNotification, at: datetime) -> list[Light]:
    """What else must be known at a glance: short, urgent, and no confirmation yet."""
    found = []
    if notification.is_short:
        found.append(Light("neutral", "Verkorte procedure"))
    if notification.is_open and notification.is_urgent:
        found.append(Light("late", "Spoed"))
    if notification.is_unconfirmed(at):
        found.append(Light("warning", "Nog niet bevestigd"))
    return found


def _days(days: int) -> str:
    if days >= 2 * WEEK and days % WEEK == 0:
        return f"{days // WEEK} weken"
    return "1 dag" if days == 1 else f"{days} dagen"
