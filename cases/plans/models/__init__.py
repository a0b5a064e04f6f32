"""Index of the models of plans."""

from cases.plans.models.actions import (
    KIND_LABELS,
    KINDS_OF,
    WHO_HINTS,
    ActionKind,
    ActionWho,
    PlanAction,
)
from cases.plans.models.evaluations import Evaluation, EvaluationState
from cases.plans.models.goals import Goal, Score
from cases.plans.models.household import AgreedHow, Member, Plan

__all__ = [
    "KINDS_OF",
    "KIND_LABELS",
    "WHO_HINTS",
    "ActionKind",
    "ActionWho",
    "AgreedHow",
    "Evaluation",
    "EvaluationState",
    "Goal",
    "Member",
    "Plan",
    "PlanAction",
    "Score",
]
