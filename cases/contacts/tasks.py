"""Doors for Celery: calls nobody came back to disappear.

A task imports its service inside the body, because services import tasks to enqueue them.
"""

from celery import shared_task
from django.utils import timezone


@shared_task(name="cases.contacts.tasks.drop_expired_calls", ignore_result=True)
def drop_expired_calls() -> int:
    """Every minute (CELERY_BEAT_SCHEDULE); a second run at the same time finds nothing to do."""
    from cases.contacts.services import drop_expired_calls

    return drop_expired_calls(at=timezone.now())
