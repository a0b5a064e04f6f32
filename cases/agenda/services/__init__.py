"""Index of the acts of the meeting."""

from cases.agenda.services.agreements import keep_agreement, remind_owners
from cases.agenda.services.meetings import change_present, open_meeting
from cases.agenda.services.ticking import Agreement, Ticked, tick_points, undo_tick

__all__ = [
    "Agreement",
    "Ticked",
    "change_present",
    "keep_agreement",
    "open_meeting",
    "remind_owners",
    "tick_points",
    "undo_tick",
]
