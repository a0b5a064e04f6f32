"""The bell for calls nobody came back to."""

from datetime import timedelta

import pytest

from cases.contacts.tasks import drop_expired_calls

pytestmark = pytest.mark.django_db


def test_the_task_throws_expired_calls_away(draft, working_monday):
    assert drop_expired_calls() == 0

    working_monday.shift(timedelta(days=2))

    assert drop_expired_calls() == 1
