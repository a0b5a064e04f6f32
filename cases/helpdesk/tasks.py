"""Doors for Celery: questions to the vraagbaak that nobody answered withdraw themselves.

A task imports its service inside the body, because services import tasks to enqueue them.
"""

from celery import shared_task
from django.utils import timezone


@shared_task(name="cases.helpdesk.tasks.drop_forgotten_questions", ignore_result=True)
def drop_forgotten_questions() -> int:
    """Every minute (CELERY_BEAT_SCHEDULE); a second run at the same time finds nothing to do."""
    from cases.helpdesk.services import drop_forgotten_questions

    return drop_forgotten_questions(at=timezone.now())
