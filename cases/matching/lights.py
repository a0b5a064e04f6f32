"""How a match request stands against its term, in a word and a colour; never a colour alone."""

from datetime import datetime, timedelta

from cases.callbacks.models.lights import Light
from cases.matching.lifecycle import MatchState
from cases.matching.models import MatchRequest
from common.deadlines import local_day

SOON = timedelta(days=2)
KINDS = {MatchState.ARRIVED: "ok", MatchState.FAILED: "warning", MatchState.NO_MATCH: "warning"}


def light_of(match: MatchRequest, at: datetime) -> Light:
    """The term of the answer, then the day on which somebody asks whether it works."""
    if match.is_unanswered:
        if at > match.answer_by:
            return Light("late", "antwoord te laat")
        soon = match.answer_by - at <= SOON
        return Light("warning" if soon else "ok", match.get_state_display())
    if match.state == MatchState.MATCHED and match.follow_up_on is not None:
        return _follow_up_light(match.follow_up_on.toordinal() - local_day(at).toordinal())
    return Light(KINDS.get(MatchState(match.state), "neutral"), match.get_state_display())


def _follow_up_light(days: int) -> Light:
    if days > 0:
        return Light("ok", "match gevonden")
    return Light("late" if days < 0 else "warning", "vraag of het liep")
