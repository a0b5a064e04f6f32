"""Doors for Celery: covers whose time is over."""

from celery import shared_task
from django.utils import timezone


@shared_task(name="clusters.cover.tasks.empty_old_covers", ignore_result=True)
def empty_old_covers() -> int:
    """Every hour (CELERY_BEAT_SCHEDULE); a second run finds nothing."""
    from clusters.cover.services import empty_old_covers as empty

    return empty(at=timezone.now())
