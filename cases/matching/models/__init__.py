"""Index of the models of match requests."""

from cases.matching.models.norms import MatchNorm, NormCode, answer_due, follow_up_day
from cases.matching.models.requests import MatchRequest
from cases.matching.models.wishes import (
    CATEGORIES,
    RECIPIENT,
    Gender,
    MatchUrgency,
    NoMatch,
    SharedBy,
    Wish,
    consents_to_share,
)

__all__ = [
    "CATEGORIES",
    "RECIPIENT",
    "Gender",
    "MatchNorm",
    "MatchRequest",
    "MatchUrgency",
    "NoMatch",
    "NormCode",
    "SharedBy",
    "Wish",
    "answer_due",
    "consents_to_share",
    "follow_up_day",
]
