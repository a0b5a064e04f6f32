"""Doors for Celery: find what is due, call one service per row, decide nothing.

A task imports its service inside the body, because services import tasks to enqueue them.
"""

from celery import shared_task
from django.utils import timezone

BATCH = 500


@shared_task(name="cases.intakes.tasks.deliver_notification_reminders", ignore_result=True)
def deliver_notification_reminders() -> int:
    """Every minute (CELERY_BEAT_SCHEDULE); a second run at the same time finds nothing to do."""
    from cases.intakes.models import NotificationReminder
    from cases.intakes.services import deliver_notification_reminder

    at = timezone.now()
    due = NotificationReminder.objects.due(at).values_list("pk", flat=True)[:BATCH]
    return sum(deliver_notification_reminder(reminder_id=pk, at=at) for pk in list(due))
