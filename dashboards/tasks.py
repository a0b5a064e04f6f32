"""Doors for Celery: call one service, decide nothing."""

from celery import shared_task
from django.utils import timezone

from dashboards.weekly.tasks import queue_weekly_mails

__all__ = ["queue_weekly_mails", "refresh_figures"]


@shared_task(name="dashboards.tasks.refresh_figures", ignore_result=True)
def refresh_figures() -> int:
    """Every five minutes (CELERY_BEAT_SCHEDULE); a second run makes the same rows."""
    from dashboards.desk_services import refresh_desk_figures
    from dashboards.effort_services import refresh_effort_figures
    from dashboards.outcome_services import refresh_outcome_figures
    from dashboards.services import refresh_month_figures

    at = timezone.now()
    refresh_desk_figures(at=at)
    refresh_outcome_figures(at=at)
    refresh_effort_figures(at=at)
    return refresh_month_figures(at=at)
