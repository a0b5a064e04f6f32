"""Index of the models of the signals."""

from cases.signals.models.attempts import OutreachAttempt
from cases.signals.models.choices import (
    ATTEMPTS_NEEDED,
    CARRIED,
    MOST_DAYS,
    NOT_REACHED,
    PASSED_ON,
    WAITS,
    WORKING_DAYS,
    Ground,
    Outcome,
    Result,
    Rung,
    Source,
    Told,
    Urgency,
    Way,
    Worry,
)
from cases.signals.models.selections import WHICH, SignalQuerySet, left_alone
from cases.signals.models.signals import Signal, quarter_of, working_day

__all__ = [
    "ATTEMPTS_NEEDED",
    "CARRIED",
    "MOST_DAYS",
    "NOT_REACHED",
    "PASSED_ON",
    "WAITS",
    "WHICH",
    "WORKING_DAYS",
    "Ground",
    "Outcome",
    "OutreachAttempt",
    "Result",
    "Rung",
    "Signal",
    "SignalQuerySet",
    "Source",
    "Told",
    "Urgency",
    "Way",
    "Worry",
    "left_alone",
    "quarter_of",
    "working_day",
]
