"""The task is in the schedule and does its work."""

import pytest
from django.conf import settings

from clusters.models import OutboxMail
from dashboards.weekly.tasks import queue_weekly_mails

pytestmark = pytest.mark.usefixtures("monday")


def test_the_task_queues_the_mails(cast):
    assert queue_weekly_mails() == OutboxMail.objects.count() > 0
    names = [entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()]
    assert queue_weekly_mails.name in names
