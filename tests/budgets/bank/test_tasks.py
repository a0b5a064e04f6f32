"""The door for Celery."""

import pytest
import time_machine

from budgets import tasks
from tests.factories.bank import a_line
from tests.factories.budgets import DAY
from tests.factories.cases import MONDAY

pytestmark = pytest.mark.django_db


def test_the_task_empties_what_is_old(bank):
    a_line(bank.controller, -5)
    assert tasks.empty_old_lines() == 0
    with time_machine.travel(MONDAY + 366 * DAY, tick=False):
        assert tasks.empty_old_lines() == 1
