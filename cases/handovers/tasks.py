"""Door for Celery: terms of hand-overs.

A task imports its service inside the body, because services import tasks to enqueue them.
"""

from celery import shared_task
from django.utils import timezone


@shared_task(name="cases.handovers.tasks.look_after_handovers", ignore_result=True)
def look_after_handovers() -> int:
    """Every few minutes (CELERY_BEAT_SCHEDULE); a second run finds everything done."""
    from cases.handovers.services import remind_of_handovers
    from cases.handovers.worker import expire_handovers

    at = timezone.now()
    return expire_handovers(at=at) + remind_of_handovers(at=at)
