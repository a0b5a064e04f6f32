"""Doors for Celery: tasks that are due, and tasks of somebody who left the dossier.

A task imports its service inside the body, because services import tasks to enqueue them.
"""

from celery import shared_task
from django.utils import timezone


@shared_task(name="cases.todos.tasks.look_after_tasks", ignore_result=True)
def look_after_tasks() -> int:
    """Every few minutes (CELERY_BEAT_SCHEDULE); a second run finds everybody told."""
    from cases.todos.services import pass_on_tasks, remind_of_tasks

    at = timezone.now()
    return pass_on_tasks(at=at) + remind_of_tasks(at=at)
