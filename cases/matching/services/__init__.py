"""Index of the acts on match requests."""

from cases.matching.services.answering import find_match, refuse_match, take_match
from cases.matching.services.asking import ask_match, withdraw_match
from cases.matching.services.following import follow_up_match

__all__ = [
    "ask_match",
    "find_match",
    "follow_up_match",
    "refuse_match",
    "take_match",
    "withdraw_match",
]
