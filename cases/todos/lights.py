"""How a task stands against its day, in a word and a colour; never a colour alone."""

from datetime import datetime

from cases.callbacks.models.lights import Light
from cases.todos.models import Task
from common.deadlines import local_day


def light_of(task: Task, at: datetime) -> Light:
    """An open task against its day; one that is over says how it ended."""
    if not task.is_open:
        return Light("neutral", task.get_state_display())
    days = (task.due_on - local_day(at)).days
    if days < 0:
        return Light("late", "1 dag te laat" if days == -1 else f"{-days} dagen te laat")
    if days == 0:
        return Light("warning", "vandaag")
    return Light("ok", "morgen" if days == 1 else f"over {days} dagen")
