from datetime import UTC, datetime, timedelta

from clusters.models import SweepRun
from clusters.operations.services import record_run

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_record_run_keeps_the_last_run_and_the_total(db):
    record_run(task="a", handled=3, at=AT)
    record_run(task="a", handled=4, at=AT + timedelta(minutes=1))
    record_run(task="b", handled=0, at=AT)

    assert list(SweepRun.objects.values_list("task", "ran_at", "handled", "total_handled")) == [
        ("a", AT + timedelta(minutes=1), 4, 7),
        ("b", AT, 0, 0),
    ]
