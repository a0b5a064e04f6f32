"""The door for Celery: adviesvragen whose term is over."""

from celery import shared_task
from django.utils import timezone


@shared_task(name="cases.advice.tasks.remind_of_advices", ignore_result=True)
def remind_of_advices() -> int:
    """Every few minutes (CELERY_BEAT_SCHEDULE); a second run finds everybody told."""
    from cases.advice.services import remind_of_advice

    return remind_of_advice(at=timezone.now())
