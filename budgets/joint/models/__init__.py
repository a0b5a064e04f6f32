"""Index of the models of the joint budget."""

from budgets.joint.models.choices import CostKind, Known, LineWish, SupportKind, decimal
from budgets.joint.models.plans import JointBudget, PlannedLine

__all__ = ["CostKind", "JointBudget", "Known", "LineWish", "PlannedLine", "SupportKind", "decimal"]
