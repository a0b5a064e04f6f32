"""Index of the rooms' tasks: Celery looks here."""

from clusters.absence.tasks import empty_old_absences
from clusters.cover.tasks import empty_old_covers, signal_missing_covers
from clusters.notices.tasks import send_notice_mail

__all__ = ["empty_old_absences", "empty_old_covers", "send_notice_mail", "signal_missing_covers"]
