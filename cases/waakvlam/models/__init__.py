"""Index of the models of the waakvlam."""

from cases.waakvlam.models.choices import (
    LONGEST,
    MOST_QUARTERS,
    SHORTEST,
    UNREACHED_SIGNAL,
    WAITS,
    Agreed,
    Ending,
    Mood,
    Result,
    Rung,
    Way,
)
from cases.waakvlam.models.contacts import MINUTES, WaakvlamContact
from cases.waakvlam.models.waakvlammen import Waakvlam, day_after_weeks, working_morning

__all__ = [
    "LONGEST",
    "MINUTES",
    "MOST_QUARTERS",
    "SHORTEST",
    "UNREACHED_SIGNAL",
    "WAITS",
    "Agreed",
    "Ending",
    "Mood",
    "Result",
    "Rung",
    "Waakvlam",
    "WaakvlamContact",
    "Way",
    "day_after_weeks",
    "working_morning",
]
