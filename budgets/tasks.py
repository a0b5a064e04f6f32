"""Index of the rooms' tasks: Celery looks here."""

from budgets.closing.tasks import close_years
from budgets.requests.tasks import look_after_budgets

__all__ = ["close_years", "look_after_budgets"]
