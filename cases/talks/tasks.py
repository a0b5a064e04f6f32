"""Doors for Celery: a talk that begins within a day comes to whoever goes.

A task imports its service inside the body, because services import tasks to enqueue them.
"""

from celery import shared_task
from django.utils import timezone


@shared_task(name="cases.talks.tasks.remind_of_talks", ignore_result=True)
def remind_of_talks() -> int:
    """Every few minutes (CELERY_BEAT_SCHEDULE); a second run finds everybody told."""
    from cases.talks.services import remind_of_talks as remind

    return remind(at=timezone.now())
