"""Index of the rooms' models: Django looks here, and so do the apps above."""

from cases.callbacks.models import (
    AttemptResult,
    CallbackAttempt,
    CallbackNorm,
    CallbackOutcome,
    CallbackReminder,
    CallbackRequest,
    CallbackStep,
    CallbackSubject,
    Urgency,
)
from cases.residents.models import Resident

__all__ = [
    "AttemptResult",
    "CallbackAttempt",
    "CallbackNorm",
    "CallbackOutcome",
    "CallbackReminder",
    "CallbackRequest",
    "CallbackStep",
    "CallbackSubject",
    "Resident",
    "Urgency",
]
