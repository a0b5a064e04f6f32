"""Doors for Celery: what is kept to undo a merge disappears, and what came late follows.

A task imports its service inside the body, because services import tasks to enqueue them.
"""

from celery import shared_task
from django.utils import timezone


@shared_task(name="cases.residents.tasks.tidy_merges", ignore_result=True)
def tidy_merges() -> int:
    """Every minute (CELERY_BEAT_SCHEDULE); a second run at the same time finds nothing to do."""
    from cases.residents.services import tidy_merges as tidy

    return tidy(at=timezone.now())
