"""The door for Celery takes no words with it."""

import inspect

import pytest
from django.conf import settings

from cases.models import Paper
from cases.papers.bell import TASK
from cases.papers.tasks import make_papers
from tests.factories.papers import PaperFactory


@pytest.mark.django_db
def test_the_task_makes_what_waits():
    PaperFactory()

    assert make_papers() == 1
    assert Paper.objects.get().state == "made"


def test_the_message_says_nothing():
    assert not inspect.signature(make_papers.run).parameters


def test_the_bell_and_the_beat_ring_this_task():
    assert make_papers.name == TASK
    assert TASK in {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
