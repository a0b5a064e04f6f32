"""Index of the acts on plans."""

from cases.plans.services.actions import add_action, change_action, move_action
from cases.plans.services.evaluating import drop_evaluation, hold_evaluation, plan_evaluation
from cases.plans.services.goals import add_goal, change_goal, end_goal
from cases.plans.services.starting import change_members, record_agreement, start_plan

__all__ = [
    "add_action",
    "add_goal",
    "change_action",
    "change_goal",
    "change_members",
    "drop_evaluation",
    "end_goal",
    "hold_evaluation",
    "move_action",
    "plan_evaluation",
    "record_agreement",
    "start_plan",
]
