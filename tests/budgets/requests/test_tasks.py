"""The door for Celery."""

import pytest
import time_machine

from budgets import tasks
from tests.factories.budgets import DAY, ask
from tests.factories.cases import MONDAY

pytestmark = pytest.mark.django_db


def test_the_task_looks_after_what_is_due(budget):
    ask(budget.file, budget.cast.handler)
    assert tasks.look_after_budgets() == 0
    with time_machine.travel(MONDAY + 61 * DAY, tick=False):
        assert tasks.look_after_budgets() == 1
        assert tasks.look_after_budgets() == 0
