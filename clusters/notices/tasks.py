"""Doors for Celery: fetch nothing, decide nothing, call one function."""

from celery import shared_task
from django.utils import timezone


@shared_task(name="clusters.notices.tasks.send_notice_mail", ignore_result=True)
def send_notice_mail() -> int:
    """Every minute (CELERY_BEAT_SCHEDULE); a second run finds nothing to do."""
    from clusters.notices.mail_round import run_mail_round

    return run_mail_round(at=timezone.now())
