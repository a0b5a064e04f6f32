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
from budgets.requests.models.requests import ASKING, BudgetRequest

__all__ = [
    "ASKING",
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
