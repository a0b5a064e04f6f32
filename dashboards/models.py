"""Index of the models of the dashboards."""

from dashboards.figure_models import (
    DeskDay,
    DeskFigure,
    DeskRefresh,
    EffortFigure,
    MonthFigure,
    OutcomeFigure,
    OutcomeRefresh,
)
from dashboards.saved.models import SavedView
from dashboards.weekly.models import WeeklyMail, WeeklyMailChoice

__all__ = [
    "DeskDay",
    "DeskFigure",
    "DeskRefresh",
    "EffortFigure",
    "MonthFigure",
    "OutcomeFigure",
    "OutcomeRefresh",
    "SavedView",
    "WeeklyMail",
    "WeeklyMailChoice",
]
