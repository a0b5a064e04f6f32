"""How an adviesvraag stands against its term, in a word and a colour; never a colour alone."""

from datetime import datetime, timedelta

from cases.advice.lifecycle import AdviceState
from cases.advice.models import AdviceRequest
from cases.callbacks.models.lights import Light

SOON = timedelta(days=1)


def light_of(advice: AdviceRequest, at: datetime) -> Light:
    """The term of the answer, and then what became of it."""
    if not advice.is_unanswered:
        kind = "info" if advice.state == AdviceState.ANSWERED else "neutral"
        return Light(kind, advice.get_state_display())
    if at > advice.answer_by:
        return Light("late", "antwoord te laat")
    soon = advice.answer_by - at <= SOON
    return Light("warning" if soon else "ok", advice.get_state_display())
