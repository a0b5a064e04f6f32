"""Index of the acts on a waakvlam."""

from cases.waakvlam.services.beginning import start_waakvlam
from cases.waakvlam.services.contacting import log_contact, move_contact
from cases.waakvlam.services.ending import end_waakvlam
from cases.waakvlam.services.reminding import remind_of_waakvlammen
from cases.waakvlam.services.steering import renew_waakvlam, transfer_waakvlam

__all__ = [
    "end_waakvlam",
    "log_contact",
    "move_contact",
    "remind_of_waakvlammen",
    "renew_waakvlam",
    "start_waakvlam",
    "transfer_waakvlam",
]
