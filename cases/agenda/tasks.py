"""Doors for Celery: an agreement that is past its day comes to its owner.

A task imports its service inside the body, because services import tasks to enqueue them.
"""

from celery import shared_task
from django.utils import timezone


@shared_task(name="cases.agenda.tasks.remind_of_agreements", ignore_result=True)
def remind_of_agreements() -> int:
    """Every hour (CELERY_BEAT_SCHEDULE); a second run finds everybody told."""
    from cases.agenda.services import remind_owners

    return remind_owners(at=timezone.now())
