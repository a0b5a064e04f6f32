"""Index of the callback models."""

from cases.callbacks.models.attempts import (
    AttemptResult,
    CallbackAttempt,
    CallbackStep,
    StepTaken,
)
from cases.callbacks.models.known import Facts, known_requests
from cases.callbacks.models.lists import CallbackNorm, CallbackOutcome, CallbackSubject, Urgency
from cases.callbacks.models.promises import PROMISES
from cases.callbacks.models.question_sets import (
    AddedQuestion,
    AnswerKind,
    CallbackAnswer,
    QuestionSet,
    QuestionSetVersion,
    SetQuestion,
    live_version,
    pinned_version,
)
from cases.callbacks.models.reminders import CallbackReminder, ReminderKind, ReminderState
from cases.callbacks.models.requests import CallbackRequest, PauseReason
from cases.callbacks.models.selections import SELECTIONS, Selection

__all__ = [
    "PROMISES",
    "SELECTIONS",
    "AddedQuestion",
    "AnswerKind",
    "AttemptResult",
    "CallbackAnswer",
    "CallbackAttempt",
    "CallbackNorm",
    "CallbackOutcome",
    "CallbackReminder",
    "CallbackRequest",
    "CallbackStep",
    "CallbackSubject",
    "Facts",
    "PauseReason",
    "QuestionSet",
    "QuestionSetVersion",
    "ReminderKind",
    "ReminderState",
    "Selection",
    "SetQuestion",
    "StepTaken",
    "Urgency",
    "known_requests",
    "live_version",
    "pinned_version",
]
