"""Doors for Celery: reservations that lapse and advances that are late.

A task imports its service inside the body, because services import tasks to enqueue them.
"""

from celery import shared_task
from django.utils import timezone


@shared_task(name="budgets.requests.tasks.look_after_budgets", ignore_result=True)
def look_after_budgets() -> int:
    """Every few minutes (CELERY_BEAT_SCHEDULE); a second run finds the rest done."""
    from budgets.requests.services import look_after_budgets as look_after

    return look_after(at=timezone.now())
