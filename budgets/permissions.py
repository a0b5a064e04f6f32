"""Who may do what with the maatwerkbudget: the grant table of ``budgets`` (security 3.3, row 11).

A role or a relation to the request → acts. The engine is ``common.access``.
"""

from enum import StrEnum

from clusters.models import Role
from common.access import Grants

BUDGET_REQUESTER, BUDGET_WORKER = "budget_requester", "budget_worker"
BUDGET_DECIDER, CARD_HOLDER, SECOND_SIGNER = "budget_decider", "card_holder", "second_signer"


class Action(StrEnum):
    """Acts and pages about the maatwerkbudget."""

    SEE_REQUESTS = "see_requests"
    SEE_REQUEST = "see_request"
    READ_REQUEST = "read_request"
    MAKE_REQUEST = "make_request"
    WITHDRAW_REQUEST = "withdraw_request"
    DECIDE_REQUEST = "decide_request"
    PAY_REQUEST = "pay_request"
    KEEP_ADVANCE = "keep_advance"
    REGISTER_REPAYMENT = "register_repayment"
    SETTLE_ADVANCE = "settle_advance"
    SIGN_WRITE_OFF = "sign_write_off"
    SEE_OVERVIEW = "see_overview"
    EXPORT_LEDGER = "export_ledger"
    KEEP_POTS = "keep_pots"
    SEE_YEARS = "see_years"
    CLOSE_YEAR = "close_year"
    IMPORT_BANK = "import_bank"
    MATCH_BANK = "match_bank"
    SEE_BUDGET_TOTALS = "see_budget_totals"
    READ_JOINT_BUDGET = "read_joint_budget"
    PLAN_BUDGET = "plan_budget"
    EXPORT_JOINT_BUDGET = "export_joint_budget"
    SEE_JOINT_TOTALS = "see_joint_totals"


A = Action
FACTS = frozenset({A.SEE_REQUESTS, A.SEE_REQUEST})
WORKER = FACTS | {A.MAKE_REQUEST, A.SEE_OVERVIEW}
TOTALS = frozenset({A.SEE_BUDGET_TOTALS, A.SEE_JOINT_TOTALS})
READING = TOTALS | {A.READ_JOINT_BUDGET, A.EXPORT_JOINT_BUDGET}

GRANTS = Grants(
    {
        Role.TEAM_WORKER: WORKER,
        Role.CITY_SOCIAL_TEAM: WORKER,
        Role.TEAM_MANAGER: FACTS | READING | {A.SEE_OVERVIEW},
        Role.GENERAL_MANAGER: FACTS
        | READING
        | {A.SEE_OVERVIEW, A.KEEP_POTS, A.SEE_YEARS, A.CLOSE_YEAR, A.PLAN_BUDGET},
        Role.STEERING_GROUP: TOTALS,
        Role.COMMISSIONER: TOTALS,
        Role.CONTROLLER: FACTS
        | READING
        | {A.PAY_REQUEST, A.REGISTER_REPAYMENT, A.SEE_OVERVIEW, A.EXPORT_LEDGER, A.SEE_YEARS}
        | {A.IMPORT_BANK, A.MATCH_BANK},
        BUDGET_REQUESTER: frozenset({A.READ_REQUEST, A.WITHDRAW_REQUEST, A.KEEP_ADVANCE}),
        BUDGET_WORKER: frozenset({A.READ_REQUEST, A.KEEP_ADVANCE}),
        BUDGET_DECIDER: frozenset({A.READ_REQUEST, A.DECIDE_REQUEST, A.SETTLE_ADVANCE}),
        CARD_HOLDER: frozenset({A.PAY_REQUEST}),
        SECOND_SIGNER: frozenset({A.SIGN_WRITE_OFF}),
    }
)
