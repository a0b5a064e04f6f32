"""Index of the callback models."""

from cases.callbacks.models.attempts import (
    AttemptResult,
    CallbackAttempt,
    CallbackStep,
    StepTaken,
)
from cases.callbacks.models.lists import CallbackNorm, CallbackOutcome, CallbackSubject, Urgency
from cases.callbacks.models.reminders import CallbackReminder, ReminderKind, ReminderState
from cases.callbacks.models.requests import CallbackRequest, PauseReason
from cases.callbacks.models.selections import SELECTIONS, Selection

__all__ = [
    "SELECTIONS",
    "AttemptResult",
    "CallbackAttempt",
    "CallbackNorm",
    "CallbackOutcome",
    "CallbackReminder",
    "CallbackRequest",
    "CallbackStep",
    "CallbackSubject",
    "PauseReason",
    "ReminderKind",
    "ReminderState",
    "Selection",
    "StepTaken",
    "Urgency",
]
