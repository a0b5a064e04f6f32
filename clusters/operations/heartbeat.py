"""Writes the heartbeat of every periodic task, in one place: when Celery says it succeeded.

Tasks themselves know nothing of this; what they return is the number of things they did.
"""

from typing import Any

from celery.signals import task_success
from django.conf import settings
from django.utils import timezone

from clusters.operations.services import record_run


def periodic_tasks() -> list[str]:
    """The tasks that beat rings for, in the order of the settings."""
    return [entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()]


@task_success.connect(dispatch_uid="clusters.operations.heartbeat")
def note_success(sender: Any = None, result: Any = None, **kwargs: Any) -> None:
    """A periodic task did its work; a result that is no number counts as nothing done."""
    name = getattr(sender, "name", "")
    if name in periodic_tasks():
        handled = result if isinstance(result, int) and result > 0 else 0
        record_run(task=name, handled=handled, at=timezone.now())
