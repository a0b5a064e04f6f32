"""Doors for Celery: contacts that did not happen.

A task imports its service inside the body, because services import tasks to enqueue them.
"""

from celery import shared_task
from django.utils import timezone


@shared_task(name="cases.waakvlam.tasks.remind_of_waakvlammen", ignore_result=True)
def remind_of_waakvlammen() -> int:
    """Every few minutes (CELERY_BEAT_SCHEDULE); a second run finds everybody told."""
    from cases.waakvlam.services import remind_of_waakvlammen as remind

    return remind(at=timezone.now())
