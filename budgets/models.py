"""Index of the rooms' models: Django and the apps above look here."""

from budgets.bank.models import BankFile, BankLine, BankMatch
from budgets.closing.models import YearClosing
from budgets.joint.models import CostKind, JointBudget, PlannedLine
from budgets.ledger.models import Account, BudgetNorm, Entry, Pot, PotTotal
from budgets.requests.models import BudgetPurpose, BudgetRequest, Fund

__all__ = [
    "Account",
    "BankFile",
    "BankLine",
    "BankMatch",
    "BudgetNorm",
    "BudgetPurpose",
    "BudgetRequest",
    "CostKind",
    "Entry",
    "Fund",
    "JointBudget",
    "PlannedLine",
    "Pot",
    "PotTotal",
    "YearClosing",
]
