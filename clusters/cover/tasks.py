"""Doors for Celery: work that nobody does, and covers whose time is over."""

from celery import shared_task
from django.utils import timezone


@shared_task(name="clusters.cover.tasks.empty_old_covers", ignore_result=True)
def empty_old_covers() -> int:
    """Every hour (CELERY_BEAT_SCHEDULE); a second run finds nothing."""
    from clusters.cover.services import empty_old_covers as empty

    return empty(at=timezone.now())


@shared_task(name="clusters.cover.tasks.signal_missing_covers", ignore_result=True)
def signal_missing_covers() -> int:
    """Every quarter of an hour (CELERY_BEAT_SCHEDULE); a second run finds nothing."""
    from clusters.cover.services import create_missing_notices

    return create_missing_notices(at=timezone.now())
