"""Index of the acts on a signal."""

from cases.signals.services.carrying import carry_to_newcomer, link_signal
from cases.signals.services.ending import end_signal
from cases.signals.services.reaching import clear_signal, log_attempt
from cases.signals.services.registering import register_signal
from cases.signals.services.sweeping import empty_old_signals, remind_of_signals
from cases.signals.services.taking import hand_signal, move_signal, take_signal

__all__ = [
    "carry_to_newcomer",
    "clear_signal",
    "empty_old_signals",
    "end_signal",
    "hand_signal",
    "link_signal",
    "log_attempt",
    "move_signal",
    "register_signal",
    "remind_of_signals",
    "take_signal",
]
