"""Index of the acts of the vraagbaak."""

from cases.helpdesk.services.questions import (
    answer_help_question,
    ask_help_desk,
    drop_forgotten_questions,
    take_help_question,
    withdraw_help_question,
)
from cases.helpdesk.services.roster import copy_week, drop_shift, plan_shift

__all__ = [
    "answer_help_question",
    "ask_help_desk",
    "copy_week",
    "drop_forgotten_questions",
    "drop_shift",
    "plan_shift",
    "take_help_question",
    "withdraw_help_question",
]
