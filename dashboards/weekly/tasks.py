"""Door for Celery: call one service, decide nothing."""

from celery import shared_task
from django.utils import timezone


@shared_task(name="dashboards.weekly.tasks.queue_weekly_mails", ignore_result=True)
def queue_weekly_mails() -> int:
    """Every quarter of an hour (CELERY_BEAT_SCHEDULE); a second run in a week finds nothing."""
    from dashboards.weekly import services

    return services.queue_weekly_mails(at=timezone.now())
