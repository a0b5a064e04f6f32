"""Index of the acts on adviesvragen."""

from cases.advice.services.answering import answer_advice
from cases.advice.services.asking import ask_advice, read_advice, withdraw_advice
from cases.advice.services.reminding import remind_of_advice

__all__ = [
    "answer_advice",
    "ask_advice",
    "read_advice",
    "remind_of_advice",
    "withdraw_advice",
]
