"""The door for Celery: words of bank lines whose time is over.

A task imports its service inside the body, because services import tasks to enqueue them.
"""

from celery import shared_task
from django.utils import timezone


@shared_task(name="budgets.bank.tasks.empty_old_lines", ignore_result=True)
def empty_old_lines() -> int:
    """Every hour (CELERY_BEAT_SCHEDULE); a second run finds nothing."""
    from budgets.bank.services import empty_old_lines as empty

    return empty(at=timezone.now())
