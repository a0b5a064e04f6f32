"""Index of the models of adviesvragen."""

from cases.advice.models.norms import AdviceKind, AdviceNorm, answer_due
from cases.advice.models.requests import AdviceRequest
from cases.advice.models.wishes import AdviceWish, Recipient, SharedBy, Sharing, Told

__all__ = [
    "AdviceKind",
    "AdviceNorm",
    "AdviceRequest",
    "AdviceWish",
    "Recipient",
    "SharedBy",
    "Sharing",
    "Told",
    "answer_due",
]
