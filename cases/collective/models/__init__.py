"""Index of the models of collective work."""

from cases.collective.models.entries import CollectiveEntry, served_clusters
from cases.collective.models.lists import (
    MOMENTS,
    RUNNING_KINDS,
    ActCode,
    CollectiveKind,
    EffortClass,
    EffortEstimate,
    Reach,
)
from cases.collective.models.plans import ClusterGoal, ClusterPlan, ClusterProgress, GoalStand

__all__ = [
    "MOMENTS",
    "RUNNING_KINDS",
    "ActCode",
    "ClusterGoal",
    "ClusterPlan",
    "ClusterProgress",
    "CollectiveEntry",
    "CollectiveKind",
    "EffortClass",
    "EffortEstimate",
    "GoalStand",
    "Reach",
    "served_clusters",
]
