"""Doors for Celery: find what is due, call one service per row, decide nothing.

A task imports its service inside the body, because services import tasks to enqueue them.
"""

from celery import shared_task
from django.utils import timezone

BATCH = 500


@shared_task(name="cases.callbacks.tasks.deliver_reminders", ignore_result=True)
def deliver_reminders() -> int:
    """Every minute (CELERY_BEAT_SCHEDULE); a second run at the same time finds nothing to do."""
    from cases.callbacks.models import CallbackReminder
    from cases.callbacks.services import deliver_reminder

    at = timezone.now()
    due = CallbackReminder.objects.due(at).values_list("pk", flat=True)[:BATCH]
    return sum(deliver_reminder(reminder_id=reminder_id, at=at) for reminder_id in list(due))
