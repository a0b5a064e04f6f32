"""Doors for Celery: what was handed out long ago."""

from celery import shared_task
from django.utils import timezone


@shared_task(name="cases.handout.tasks.empty_old_hand_outs", ignore_result=True)
def empty_old_hand_outs() -> int:
    """Every hour (CELERY_BEAT_SCHEDULE); a second run finds nothing."""
    from cases.handout.services import empty_old_hand_outs as empty

    return empty(at=timezone.now())
