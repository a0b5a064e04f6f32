"""Index of the rooms' tasks: Celery looks here."""

from cases.callbacks.tasks import deliver_reminders

__all__ = ["deliver_reminders"]
