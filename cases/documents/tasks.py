"""Doors for Celery: documents that wait for the scanner, and files that must be looked after.

A task imports its work inside the body, because services import tasks to enqueue them.
"""

from celery import shared_task
from django.utils import timezone


@shared_task(name="cases.documents.tasks.scan_documents", ignore_result=True)
def scan_documents() -> int:
    """When one was added, and every minute (CELERY_BEAT_SCHEDULE)."""
    from cases.documents.worker import scan_waiting

    return scan_waiting(at=timezone.now())


@shared_task(name="cases.documents.tasks.tidy_documents", ignore_result=True)
def tidy_documents() -> int:
    """Every hour; a second run finds nothing."""
    from cases.documents.worker import tidy

    return tidy(at=timezone.now())
