"""The door for Celery: meetings ahead, and none on a day that we are closed."""

from celery import shared_task
from django.utils import timezone


@shared_task(name="cases.conferences.tasks.plan_conferences", ignore_result=True)
def plan_conferences() -> int:
    """Every hour (CELERY_BEAT_SCHEDULE); a second run finds everything planned."""
    from cases.conferences import services

    return services.plan_conferences(at=timezone.now())
