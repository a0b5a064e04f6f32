"""How an aanvraag stands against its term: a word and a colour, never a colour alone."""

from datetime import datetime

from cases.callbacks.models.lights import Light
from cases.decisions.models import Application, standing_still
from common.deadlines import local_day

SOON_DAYS = 4


def light_of(application: Application, at: datetime) -> Light:
    """The two weeks in calendar days, or that they stand still."""
    if not application.is_running:
        return Light("neutral", application.get_state_display())
    today = local_day(at)
    pause = standing_still(application, today)
    if pause is not None:
        return Light("info", f"stil tot en met {pause.until_on:%d-%m-%Y}")
    if application.is_urgent:
        return Light("late" if at < application.due_at else "far_late", "spoed: onverwijld")
    days = (application.due_on - today).days
    if days < 0:
        return Light("far_late", f"{_days(-days)} te laat")
    if days == 0:
        return Light("warning", "laatste dag")
    return Light("warning" if days <= SOON_DAYS else "ok", f"nog {_days(days)}")


def _days(days: int) -> str:
    return "1 dag" if days == 1 else f"{days} dagen"
