"""Who may do what in the work process: the grant table of ``cases`` (security 3.3).

A role or a relation to the record → acts. The engine is ``common.access``.
"""

from enum import StrEnum

from clusters.models import Role
from common.access import Grants

HANDLER = "handler"  # a relation: the request is on this employee's desk


class Action(StrEnum):
    """Acts and pages of the work process."""

    REGISTER_CALLBACK = "register_callback"
    SEE_CALLBACK_STATUS = "see_callback_status"
    CANCEL_CALLBACK = "cancel_callback"
    SEE_WORKLIST = "see_worklist"
    SEE_CALLBACK = "see_callback"
    CLAIM_CALLBACK = "claim_callback"
    RELEASE_CALLBACK = "release_callback"
    FORWARD_CALLBACK = "forward_callback"
    ASSIGN_CALLBACK = "assign_callback"
    LOG_ATTEMPT = "log_attempt"
    CHOOSE_NEXT_STEP = "choose_next_step"
    PAUSE_CALLBACK = "pause_callback"
    RESUME_CALLBACK = "resume_callback"
    CLOSE_CALLBACK = "close_callback"
    REOPEN_CALLBACK = "reopen_callback"
    SEE_OVERDUE = "see_overdue"


A = Action
DESK = frozenset({A.REGISTER_CALLBACK, A.SEE_CALLBACK_STATUS, A.CANCEL_CALLBACK})
WORKER = frozenset(
    {
        A.SEE_WORKLIST,
        A.SEE_CALLBACK,
        A.CLAIM_CALLBACK,
        A.FORWARD_CALLBACK,
        A.ASSIGN_CALLBACK,
        A.REOPEN_CALLBACK,
    }
)
ON_MY_DESK = frozenset(
    {
        A.RELEASE_CALLBACK,
        A.LOG_ATTEMPT,
        A.CHOOSE_NEXT_STEP,
        A.PAUSE_CALLBACK,
        A.RESUME_CALLBACK,
        A.CLOSE_CALLBACK,
    }
)

GRANTS = Grants(
    {
        Role.CONTACT_CENTRE: DESK,
        Role.HELP_DESK: DESK,
        Role.TEAM_WORKER: WORKER,
        Role.CITY_SOCIAL_TEAM: WORKER,
        Role.CITY_HALL_TEAM: WORKER,
        Role.TEAM_MANAGER: WORKER | (ON_MY_DESK - {A.LOG_ATTEMPT}),
        Role.GENERAL_MANAGER: frozenset({A.SEE_OVERDUE}),
        HANDLER: ON_MY_DESK,
    }
)
