"""Index of the models of requests."""

from budgets.requests.models.choices import (
    BudgetPurpose,
    BudgetWish,
    Debtor,
    Fund,
    HelpForm,
    Level,
    Method,
    Payee,
    Return,
)
from budgets.requests.models.groups import ASKING, REMINDED_AFTER
from budgets.requests.models.requests import BudgetRequest

__all__ = [
    "ASKING",
    "REMINDED_AFTER",
    "BudgetPurpose",
    "BudgetRequest",
    "BudgetWish",
    "Debtor",
    "Fund",
    "HelpForm",
    "Level",
    "Method",
    "Payee",
    "Return",
]
