"""The door for Celery is in the schedule and in the index."""

from django.conf import settings

from cases import tasks


def test_the_sweep_is_rung_every_minute():
    entry = settings.CELERY_BEAT_SCHEDULE["deliver-notification-reminders"]

    assert entry["task"] == tasks.deliver_notification_reminders.name
    assert entry["schedule"] == settings.SWEEP_SECONDS
