"""The door for Celery: meldcodes whose day is over."""

from celery import shared_task
from django.utils import timezone


@shared_task(name="cases.meldcode.tasks.look_after_safety", ignore_result=True)
def look_after_safety() -> int:
    """Every few minutes (CELERY_BEAT_SCHEDULE); a second run finds everybody told.

    It always says that it handled nothing: the page of the worker shows that number (MC-5).
    """
    from cases.meldcode.services import remind_of_codes

    remind_of_codes(at=timezone.now())
    return 0
