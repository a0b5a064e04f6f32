"""Index of the rooms' tasks: Celery looks here."""

from budgets.bank.tasks import empty_old_lines
from budgets.closing.tasks import close_years
from budgets.requests.tasks import look_after_budgets

__all__ = ["close_years", "empty_old_lines", "look_after_budgets"]
