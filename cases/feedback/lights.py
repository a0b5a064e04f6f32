"""How feedback stands against its day, in a word and a colour; never a colour alone."""

from datetime import datetime

from cases.callbacks.models.lights import Light
from cases.feedback.lifecycle import FeedbackState
from cases.feedback.models import Feedback
from common.deadlines import local_day


def light_of(feedback: Feedback, at: datetime) -> Light:
    """The last day to tell the referrer, and then whether they heard."""
    if not feedback.is_due:
        is_sent = feedback.state == FeedbackState.SENT
        return Light("ok" if is_sent else "neutral", feedback.get_state_display())
    days = (feedback.due_on - local_day(at)).days
    if days > 0:
        return Light("ok", feedback.get_state_display())
    return Light("late" if days < 0 else "warning", "terugkoppelen")
