"""Index of the models of the dashboards."""

from dashboards.figure_models import (
    DeskDay,
    DeskFigure,
    DeskRefresh,
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
    "MonthFigure",
    "OutcomeFigure",
    "OutcomeRefresh",
    "SavedView",
    "WeeklyMail",
    "WeeklyMailChoice",
]
