"""The door for Celery: what nobody answered withdraws itself."""

from datetime import timedelta

import pytest
from celery import current_app
from django.conf import settings

from cases.helpdesk.tasks import drop_forgotten_questions
from cases.models import HelpQuestion
from tests.factories.cases import MONDAY
from tests.factories.helpdesk import HelpQuestionFactory

pytestmark = pytest.mark.usefixtures("monday")


def test_the_task_withdraws_what_is_an_hour_old():
    HelpQuestionFactory(asked_at=MONDAY - timedelta(minutes=60))
    young = HelpQuestionFactory(asked_at=MONDAY - timedelta(minutes=59))

    assert [drop_forgotten_questions(), drop_forgotten_questions()] == [1, 0]
    assert list(HelpQuestion.objects.open()) == [young]


def test_the_beat_rings_for_it():
    names = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}

    assert drop_forgotten_questions.name in names
    assert drop_forgotten_questions.name in current_app.tasks
