"""Doors for Celery: papers that wait to be made.

The message says nothing, not even which paper: the rows know. A task imports its service inside
the body, because services import tasks to enqueue them.
"""

from celery import shared_task
from django.utils import timezone


@shared_task(name="cases.papers.tasks.make_papers", ignore_result=True)
def make_papers() -> int:
    """When somebody asks, and every minute (CELERY_BEAT_SCHEDULE); two at once share the work."""
    from cases.papers.worker import make_papers

    return make_papers(at=timezone.now())
