"""A thousand due reminders, workers killed without a warning, the broker emptied: none is lost.

The database is the truth, Celery is the bell (design 6, TB-7): whatever is killed, the next sweep
finds what was not done, and only that.
"""

import time
from collections import Counter
from datetime import timedelta
from itertools import count

import pytest
from django.conf import settings
from django.utils import timezone

from audit.models import AuditEvent
from cases.models import CallbackReminder, CallbackRequest, CallbackStep
from clusters.models import Notice
from tests.concurrency.worker_processes import free_broker, household
from tests.factories.cases import CallbackFactory

CLAIMED, PAUSED = 400, 200
REMINDERS = 2 * CLAIMED + PAUSED
KILLS = 21
WORKERS = 2
SPREAD = timedelta(seconds=60)
"""The reminders fall due one after the other, so that every blow falls while there is work."""
MOMENTS = (0.05, 0.3, 0.12, 0.4, 0.2, 0.02, 0.35, 0.08)
"""Seconds of work before each blow, so that it falls in different places."""
PATIENCE = 60

pytestmark = pytest.mark.postgres


def test_no_reminder_is_lost_or_doubled_whatever_is_killed(
    cast, noord, calendar_data, tmp_path, report
):
    _a_round_under_fire(cast, noord, tmp_path, report)


@pytest.mark.soak
@pytest.mark.parametrize("again", range(5))
def test_not_in_five_more_rounds_either(cast, noord, calendar_data, tmp_path, report, again):
    """The blows fall elsewhere every time."""
    _a_round_under_fire(cast, noord, tmp_path, report)


def _a_round_under_fire(cast, noord, tmp_path, report):
    """A thousand reminders, and at the end each of them told once."""
    if not settings.CELERY_BROKER_URL.startswith("redis"):
        pytest.skip("needs Redis: CELERY_BROKER_URL is another broker")
    _due_reminders(cast, noord)
    began = time.monotonic()

    with household(tmp_path, free_broker(settings.CELERY_BROKER_URL)) as house:
        _blows(house)
        before_peace = _count("done")
        house.start_worker()
        _wait_until(lambda: _count("done") >= REMINDERS, house)
        time.sleep(2)  # two more rings, which must find nothing

    told = Counter(
        AuditEvent.objects.filter(code__startswith="callback.reminded").values_list(
            "object_id", "code"
        )
    )
    delivered = _count("done")
    doubled = sum(times - 1 for times in told.values())
    report(
        f"{REMINDERS} reminders, two beats, {house.killed_workers} workers killed -9, broker "
        f"emptied twice ({house.deleted_keys} keys): {delivered} delivered ({before_peace} under "
        f"fire), {REMINDERS - delivered} lost, {doubled} doubled, {time.monotonic() - began:.0f} s"
    )
    assert house.killed_workers >= KILLS
    assert house.deleted_keys > 0
    assert 0 < before_peace < REMINDERS, "the blows fell while there was work"
    assert (delivered, doubled, len(told)) == (REMINDERS, 0, REMINDERS)
    keys = Notice.objects.values_list("dedup_key", flat=True)
    assert len(keys) == len(set(keys)) == REMINDERS
    assert CallbackStep.objects.filter(step="resumed").count() == PAUSED
    assert not CallbackRequest.objects.filter(state="paused").exists()


def _due_reminders(cast, noord):
    """Reminders before the term, at the term and at the end of a pause, falling due in a minute."""
    now = timezone.now()
    first = CallbackFactory(team=noord, claimed=True, handler=cast.handler, due_at=now)
    own = {
        "team": noord,
        "cluster": noord.cluster,
        "resident": first.resident,
        "subject": first.subject,
        "registered_by": first.registered_by,
        "registered_in": first.registered_in,
        "handler": cast.handler,
        "registered_at": now,
    }
    more = CallbackFactory.build_batch(CLAIMED - 1, claimed=True, due_at=now, **own)
    waits = {"paused_at": now - timedelta(hours=1), "paused_until": now}
    later = now + timedelta(days=10)
    more += CallbackFactory.build_batch(PAUSED, paused=True, due_at=later, **{**own, **waits})
    CallbackRequest.objects.bulk_create(more)
    bells = [
        (row, kind)
        for row in CallbackRequest.objects.order_by("-pk")
        for kind in (("pause",) if row.state == "paused" else ("before", "term"))
    ]
    CallbackReminder.objects.bulk_create(
        CallbackReminder(
            callback=row, kind=kind, term_round=1, due_at=now + SPREAD * place / REMINDERS
        )
        for place, (row, kind) in enumerate(bells)
    )
    assert CallbackReminder.objects.count() == REMINDERS


def _blows(house):
    """Kill workers while they work, now one and then all; the beats too; empty the broker."""
    workers = [house.start_worker() for _ in range(WORKERS)]
    beats = [house.start_beat(), house.start_beat()]
    for blow in count(1):
        before = _count("done")
        _wait_until(lambda before=before: _count("done") > before, house)
        time.sleep(MOMENTS[blow % len(MOMENTS)])
        if blow in (4, 10):
            house.empty_broker()
        for victim in workers[: WORKERS if blow % 3 == 0 else 1]:
            house.kill(victim)
            workers.remove(victim)
            house.killed_workers += 1
        if blow % 5 == 0:
            house.kill(beats.pop(0))
            beats.append(house.start_beat())
        if house.killed_workers >= KILLS:
            break
        workers += [house.start_worker() for _ in range(WORKERS - len(workers))]


def _count(state):
    return CallbackReminder.objects.filter(state=state).count()


def _wait_until(reached, house):
    """Wait, but not for ever; the log says why it took too long."""
    for _ in range(PATIENCE * 20):
        if reached():
            return
        time.sleep(0.05)
    raise AssertionError(f"nothing happened for {PATIENCE} seconds\n{house.log()}")
