"""Index of the rooms' tasks: Celery looks here."""

from clusters.notices.tasks import send_notice_mail

__all__ = ["send_notice_mail"]
