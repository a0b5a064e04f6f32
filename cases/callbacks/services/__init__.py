"""Index of the acts on a callback request."""

from cases.callbacks.services.attempts import choose_next_step, log_attempt
from cases.callbacks.services.closing import cancel_callback, close_callback, reopen_callback
from cases.callbacks.services.handling import (
    assign_callback,
    claim_callback,
    forward_callback,
    release_callback,
)
from cases.callbacks.services.pausing import pause_callback, resume_callback
from cases.callbacks.services.registering import Caller, CallWish, register_callback
from cases.callbacks.services.reminding import deliver_reminder

__all__ = [
    "CallWish",
    "Caller",
    "assign_callback",
    "cancel_callback",
    "choose_next_step",
    "claim_callback",
    "close_callback",
    "deliver_reminder",
    "forward_callback",
    "log_attempt",
    "pause_callback",
    "register_callback",
    "release_callback",
    "reopen_callback",
    "resume_callback",
]
