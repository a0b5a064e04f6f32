"""Index of the acts on a callback request."""

from cases.callbacks.services.adding import add_question, create_added_question
from cases.callbacks.services.attempts import choose_next_step, log_attempt
from cases.callbacks.services.card import change_card
from cases.callbacks.services.closing import cancel_callback, close_callback, reopen_callback
from cases.callbacks.services.handling import (
    assign_callback,
    claim_callback,
    forward_callback,
    release_callback,
)
from cases.callbacks.services.pausing import pause_callback, resume_callback
from cases.callbacks.services.question_sets import (
    Answer,
    QuestionText,
    change_question_set,
    create_answers,
    create_question_set,
    publish_question_set,
    restore_question_set,
    retire_question_set,
)
from cases.callbacks.services.registering import Caller, CallWish, register_callback
from cases.callbacks.services.reminding import deliver_reminder

__all__ = [
    "Answer",
    "CallWish",
    "Caller",
    "QuestionText",
    "add_question",
    "assign_callback",
    "cancel_callback",
    "change_card",
    "change_question_set",
    "choose_next_step",
    "claim_callback",
    "close_callback",
    "create_added_question",
    "create_answers",
    "create_question_set",
    "deliver_reminder",
    "forward_callback",
    "log_attempt",
    "pause_callback",
    "publish_question_set",
    "register_callback",
    "release_callback",
    "reopen_callback",
    "restore_question_set",
    "resume_callback",
    "retire_question_set",
]
