"""The door for Celery: finds what is due, at most a batch, and hands each to its service."""

from datetime import timedelta

import pytest

from cases.callbacks import tasks
from cases.callbacks.tasks import deliver_reminders
from cases.models import CallbackReminder
from tests.factories.cases import MONDAY, CallbackFactory, ReminderFactory

pytestmark = pytest.mark.usefixtures("monday", "cast")  # somebody is there to be told


def test_the_task_delivers_what_is_due_and_nothing_else():
    due = ReminderFactory(callback=CallbackFactory(), due_at=MONDAY)
    early = ReminderFactory(callback=CallbackFactory(), due_at=MONDAY + timedelta(seconds=1))

    assert deliver_reminders() == 1
    assert list(CallbackReminder.objects.filter(state="done")) == [due]
    early.refresh_from_db()
    assert early.state == "pending"


def test_the_task_takes_a_batch_and_the_next_run_the_rest(monkeypatch):
    monkeypatch.setattr(tasks, "BATCH", 2)
    for _ in range(3):
        ReminderFactory(callback=CallbackFactory(), due_at=MONDAY)

    assert [deliver_reminders(), deliver_reminders(), deliver_reminders()] == [2, 1, 0]


def test_the_task_takes_the_oldest_first(monkeypatch):
    monkeypatch.setattr(tasks, "BATCH", 1)
    ReminderFactory(callback=CallbackFactory(), due_at=MONDAY)
    oldest = ReminderFactory(callback=CallbackFactory(), due_at=MONDAY - timedelta(hours=1))

    deliver_reminders()

    assert CallbackReminder.objects.get(state="done") == oldest
