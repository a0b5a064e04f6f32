"""How a point and an agreement stand, in a word and a colour; never a colour alone."""

from datetime import date

from cases.callbacks.models.lights import Light
from cases.conferences.models import Conference, ConferenceItem, ItemAgreement


def light_of(item: ConferenceItem, day: date) -> Light:
    """Whether it is still to be discussed, and whether its meeting is there."""
    if not item.is_waiting:
        return Light("ok" if item.is_discussed else "neutral", item.get_state_display())
    if not item.conference.is_planned:
        return Light("late", "kies een ander overleg")
    if item.conference.held_on == day:
        return Light("warning", "vandaag")
    return Light("info", item.get_state_display())


def meeting_light(conference: Conference, day: date) -> Light:
    """Whether it is to come, today, or still to be rounded off."""
    if not conference.is_planned:
        held = conference.state == "held"
        return Light("ok" if held else "neutral", conference.get_state_display())
    if conference.held_on < day:
        return Light("late", "nog afronden")
    today = conference.held_on == day
    return Light("warning" if today else "info", "vandaag" if today else "Gepland")


def agreement_light(agreement: ItemAgreement, day: date) -> Light:
    """Whether it is kept in time."""
    if agreement.is_late(day):
        return Light("late", "te laat")
    return Light("info" if agreement.is_open else "ok", agreement.status)
