"""Doors for Celery: years that wait to be closed.

The message says nothing: the rows know. A task imports its service inside the body, because
services import tasks to enqueue them.
"""

from celery import shared_task
from django.utils import timezone


@shared_task(name="budgets.closing.tasks.close_years", ignore_result=True)
def close_years() -> int:
    """When somebody asks, and every minute (CELERY_BEAT_SCHEDULE); a second run finds it done."""
    from budgets.closing.worker import close_years

    return close_years(at=timezone.now())
