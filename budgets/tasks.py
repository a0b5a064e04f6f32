"""Index of the rooms' tasks: Celery looks here."""

from budgets.requests.tasks import look_after_budgets

__all__ = ["look_after_budgets"]
