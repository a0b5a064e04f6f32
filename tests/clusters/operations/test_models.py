from datetime import UTC, datetime, timedelta

import pytest

from clusters.models import SweepRun

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(("silent", "overdue"), [(0, False), (300, False), (301, True)])
def test_a_task_is_overdue_after_the_time_allowed(silent, overdue):
    run = SweepRun(task="a", ran_at=AT)

    assert run.is_overdue(AT + timedelta(seconds=silent), seconds=300) is overdue
