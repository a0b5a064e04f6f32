"""Doors for Celery: absences whose time is over."""

from celery import shared_task
from django.utils import timezone


@shared_task(name="clusters.absence.tasks.empty_old_absences", ignore_result=True)
def empty_old_absences() -> int:
    """Every hour (CELERY_BEAT_SCHEDULE); a second run finds nothing."""
    from clusters.absence.services import empty_old_absences as empty

    return empty(at=timezone.now())
