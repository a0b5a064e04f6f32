"""The bell for agreements that are past their day."""

from datetime import timedelta

import pytest
from django.conf import settings

from cases.tasks import remind_of_agreements
from clusters.models import Notice
from tests.factories.agenda import PointFactory
from tests.factories.cases import MONDAY


@pytest.mark.usefixtures("monday")
def test_a_second_bell_finds_everybody_told(cast):
    yesterday = MONDAY.date() - timedelta(days=1)
    PointFactory(agreed=True, owner=cast.handler, due_on=yesterday)

    assert [remind_of_agreements(), remind_of_agreements()] == [1, 0]
    assert Notice.objects.count() == 1


def test_the_bell_is_on_the_schedule():
    assert settings.CELERY_BEAT_SCHEDULE["remind-of-agreements"]["task"] == (
        remind_of_agreements.name
    )
