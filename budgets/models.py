"""Index of the rooms' models: Django and the apps above look here."""

from budgets.joint.models import CostKind, JointBudget, PlannedLine
from budgets.ledger.models import Account, BudgetNorm, Entry, Pot
from budgets.requests.models import BudgetPurpose, BudgetRequest, Fund

__all__ = [
    "Account",
    "BudgetNorm",
    "BudgetPurpose",
    "BudgetRequest",
    "CostKind",
    "Entry",
    "Fund",
    "JointBudget",
    "PlannedLine",
    "Pot",
]
