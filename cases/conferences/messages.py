"""What a notice about a meeting says: which one, when and which number, never about whom."""

from cases.conferences.models import Conference, ConferenceItem, ItemAgreement
from clusters.models import User
from common.templatetags.screen import deadline


def invited_text(item: ConferenceItem, by: User) -> str:
    """For a guest."""
    meeting = item.conference
    return f"{by} nodigt u uit voor bespreekpunt {item}: {meeting.series}, {_when(meeting)}."


def taken_off_text(item: ConferenceItem) -> str:
    """For a guest who does not need to come."""
    return f"U hoeft niet te komen voor bespreekpunt {item}."


def moved_text(item: ConferenceItem) -> str:
    """For guests and for who brought it: the point is on another day."""
    return f"Bespreekpunt {item} is nu op {_when(item.conference)}: {item.conference.series}."


def nowhere_text(item: ConferenceItem) -> str:
    """For who brought it: there is no next meeting."""
    return f"Bespreekpunt {item} staat op geen agenda meer. Kies een ander overleg."


def cancelled_text(conference: Conference) -> str:
    """For who leads a meeting that does not take place."""
    return f"{conference.series} van {_when(conference)} gaat niet door: {conference.why}."


def day_text(conference: Conference) -> str:
    """For who leads a meeting that is on another day."""
    return f"{conference.series} is op {_when(conference)} ({conference.why})."


def withdrawn_text(item: ConferenceItem) -> str:
    """For guests: there is nothing to discuss."""
    return f"Bespreekpunt {item} is ingetrokken."


def minutes_text(item: ConferenceItem) -> str:
    """For who brought it: the minutes are there."""
    return f"Er is een verslag bij bespreekpunt {item}."


def agreed_text(agreement: ItemAgreement) -> str:
    """For a guest who keeps an agreement."""
    return f"U hebt een afspraak bij bespreekpunt {agreement.item}, {deadline(agreement.due_on)}."


def kept_text(agreement: ItemAgreement) -> str:
    """For who brought the point: what a guest would do is done, or not needed any more."""
    return f"Een afspraak bij bespreekpunt {agreement.item} is {agreement.status.lower()}."


def round_off_text(conference: Conference) -> str:
    """For who leads a meeting whose day is over."""
    return f"Rond het overleg af: {conference.series}, {_when(conference)}."


def chair_text(conference: Conference) -> str:
    """For who leads it from now on."""
    return f"U leidt de {conference.series} vanaf {_when(conference)}."


def _when(conference: Conference) -> str:
    return deadline(conference.begins_at)
