"""The door for Celery takes no words with it."""

import inspect

import pytest

from cases.brp.tasks import work_on_extracts
from tests.cases.brp.extracts import anja, extract
from tests.factories.brp import upload_of


@pytest.mark.django_db
@pytest.mark.usefixtures("upload_dir")
def test_the_task_works_on_what_waits(cast):
    upload = upload_of(cast.city_hall_team, extract(anja()))

    assert work_on_extracts() == 1

    upload.refresh_from_db()
    assert upload.state == "checked"


def test_the_message_says_nothing():
    assert not inspect.signature(work_on_extracts.run).parameters
