"""Index of the acts on hand-overs."""

from cases.handovers.services.accepting import accept_handover
from cases.handovers.services.answering import ask_about_handover, open_early, refuse_handover
from cases.handovers.services.following import (
    add_late_note,
    expire_handover,
    mark_seen,
    remind_of_handovers,
)
from cases.handovers.services.offering import (
    drop_agreement,
    explain_handover,
    offer_handover,
    save_handover,
    withdraw_handover,
)

__all__ = [
    "accept_handover",
    "add_late_note",
    "ask_about_handover",
    "drop_agreement",
    "expire_handover",
    "explain_handover",
    "mark_seen",
    "offer_handover",
    "open_early",
    "refuse_handover",
    "remind_of_handovers",
    "save_handover",
    "withdraw_handover",
]
