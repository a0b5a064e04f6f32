"""The door for Celery: a bell without a word, and what it rings for."""

import inspect

import pytest

from budgets.closing.bell import TASK
from budgets.closing.models import YearClosing
from budgets.closing.tasks import close_years
from tests.factories.closing import asked

pytestmark = pytest.mark.django_db


def test_the_bell_carries_nothing():
    assert close_years.name == TASK
    assert not inspect.signature(close_years.run).parameters


def test_it_closes_what_waits(year, january):
    asked(year.cast.general_manager)
    assert close_years() == 1
    assert YearClosing.objects.get().state == "done"
    assert close_years() == 0
