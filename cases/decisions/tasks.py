"""Doors for Celery: a decision that is due comes to whoever must take it.

A task imports its service inside the body, because services import tasks to enqueue them.
"""

from celery import shared_task
from django.utils import timezone


@shared_task(name="cases.decisions.tasks.remind_of_decisions", ignore_result=True)
def remind_of_decisions() -> int:
    """Every few minutes (CELERY_BEAT_SCHEDULE); a second run finds everybody told."""
    from cases.decisions.services import remind_of_decisions as remind

    return remind(at=timezone.now())
