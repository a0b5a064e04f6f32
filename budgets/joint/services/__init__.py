"""Index of the acts of the joint budget."""

from budgets.joint.services.lines import add_line, change_line, drop_line
from budgets.joint.services.plans import adopt_joint_budget, begin_joint_budget

__all__ = ["add_line", "adopt_joint_budget", "begin_joint_budget", "change_line", "drop_line"]
