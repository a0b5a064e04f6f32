"""Doors for Celery: extracts that wait to be checked or read in.

The message says nothing, not even which extract: the rows know. A task imports its service inside
the body, because services import tasks to enqueue them.
"""

from celery import shared_task
from django.utils import timezone


@shared_task(name="cases.brp.tasks.work_on_extracts", ignore_result=True)
def work_on_extracts() -> int:
    """When somebody asks, and every minute (CELERY_BEAT_SCHEDULE); a second one finds it taken."""
    from cases.brp.worker import work_on_extracts

    return work_on_extracts(at=timezone.now())
