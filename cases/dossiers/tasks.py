"""Doors for Celery: a dossier whose casusregisseur left comes to the manager of the team.

A task imports its service inside the body, because services import tasks to enqueue them.
"""

from celery import shared_task
from django.utils import timezone


@shared_task(name="cases.dossiers.tasks.remind_of_left_files", ignore_result=True)
def remind_of_left_files() -> int:
    """Every hour (CELERY_BEAT_SCHEDULE); a second run finds everybody told."""
    from cases.dossiers.services import remind_of_left_files as remind

    return remind(at=timezone.now())
