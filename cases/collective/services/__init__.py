"""Index of the acts on collective work and on the plans of clusters."""

from cases.collective.services.ending import end_entry, start_entry
from cases.collective.services.entries import EntryText, change_entry, create_entry
from cases.collective.services.plans import (
    GoalText,
    add_progress,
    change_goal,
    create_goal,
    write_vision,
)

__all__ = [
    "EntryText",
    "GoalText",
    "add_progress",
    "change_entry",
    "change_goal",
    "create_entry",
    "create_goal",
    "end_entry",
    "start_entry",
    "write_vision",
]
