"""Doors for Celery: attempts that did not happen, and words whose time is over.

A task imports its service inside the body, because services import tasks to enqueue them.
"""

from celery import shared_task
from django.utils import timezone


@shared_task(name="cases.signals.tasks.remind_of_signals", ignore_result=True)
def remind_of_signals() -> int:
    """Every few minutes (CELERY_BEAT_SCHEDULE); a second run finds everybody told."""
    from cases.signals.services import remind_of_signals as remind

    return remind(at=timezone.now())


@shared_task(name="cases.signals.tasks.empty_old_signals", ignore_result=True)
def empty_old_signals() -> int:
    """Every hour (CELERY_BEAT_SCHEDULE); a second run finds nothing."""
    from cases.signals.services import empty_old_signals as empty

    return empty(at=timezone.now())
