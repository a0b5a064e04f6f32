"""Index of the acts of requests."""

from budgets.requests.services.advancing import (
    deny_advance,
    propose_write_off,
    register_repayment,
    settle_advance,
    sign_write_off,
)
from budgets.requests.services.asking import request_budget, withdraw_request
from budgets.requests.services.deciding import decide_request
from budgets.requests.services.looking_after import look_after_budgets
from budgets.requests.services.paying import bounce_payment, pay_request
from budgets.requests.services.undoing import undo_repayment

__all__ = [
    "bounce_payment",
    "decide_request",
    "deny_advance",
    "look_after_budgets",
    "pay_request",
    "propose_write_off",
    "register_repayment",
    "request_budget",
    "settle_advance",
    "sign_write_off",
    "undo_repayment",
    "withdraw_request",
]
