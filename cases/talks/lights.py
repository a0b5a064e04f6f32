"""What must still be done with a talk, in a word and a colour; never a colour alone."""

from datetime import datetime

from cases.callbacks.models.lights import Light
from cases.talks.lifecycle import TalkState
from cases.talks.models import KitchenTableTalk
from common.deadlines import local_day

SOON_DAYS = 7


def to_do(talk: KitchenTableTalk) -> str:
    """The next act, as a verb."""
    if talk.state == TalkState.CONCLUDED:
        return "Verslag versturen"
    return "Gesprek afronden" if talk.state == TalkState.HELD else "Keukentafelgesprek"


def light_of(talk: KitchenTableTalk, at: datetime) -> Light:
    """A planned talk against its moment, a report against the six weeks of the melding."""
    if talk.state == TalkState.CONCLUDED:
        return _report_light(talk, at)
    if talk.state == TalkState.HELD:
        return Light("warning", "nog niet afgerond")
    if talk.ends_at < at:
        return Light("late", "nog niet gevoerd")
    is_today = local_day(talk.starts_at) == local_day(at)
    return Light("warning", "vandaag") if is_today else Light("ok", "gepland")


def _report_light(talk: KitchenTableTalk, at: datetime) -> Light:
    days = (talk.notification.due_on - local_day(at)).days
    if days < 0:
        return Light("far_late", "over de zes weken")
    return Light("warning" if days <= SOON_DAYS else "ok", "verslag nog versturen")
