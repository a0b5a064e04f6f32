"""Doors for Celery: an article that is due for a look comes to its owner.

A task imports its service inside the body, because services import tasks to enqueue them.
"""

from celery import shared_task
from django.utils import timezone


@shared_task(name="cases.knowledge.tasks.remind_of_reviews", ignore_result=True)
def remind_of_reviews() -> int:
    """Every hour (CELERY_BEAT_SCHEDULE); a second run finds everybody told."""
    from cases.knowledge.services.reviews import remind_owners

    return remind_owners(at=timezone.now())
