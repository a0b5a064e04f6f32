"""Index of the forms of collective work and of the plans of clusters."""

from cases.collective.forms.ending import EndForm, StartForm
from cases.collective.forms.entries import ActivityForm, EntryForm, MomentForm, entry_initial
from cases.collective.forms.filters import CollectiveFilter
from cases.collective.forms.plans import GoalForm, ProgressForm, VisionForm, goal_initial

__all__ = [
    "ActivityForm",
    "CollectiveFilter",
    "EndForm",
    "EntryForm",
    "GoalForm",
    "MomentForm",
    "ProgressForm",
    "StartForm",
    "VisionForm",
    "entry_initial",
    "goal_initial",
]
