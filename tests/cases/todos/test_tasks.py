"""The reminder of a task comes once, on its morning, to the owner, without a word of it."""

from datetime import timedelta

import pytest

from cases.todos.models import Task
from cases.todos.services import finish_task, move_task, remind_of_tasks
from cases.todos.tasks import look_after_tasks
from clusters.models import Notice
from tests.factories.cases import MONDAY
from tests.factories.todos import TaskFactory

DAY, MORNING = timedelta(days=1), timedelta(hours=-2)
TODAY = MONDAY.date()
THURSDAY = MONDAY + 3 * DAY + MORNING


def test_the_owner_is_told_once_on_the_morning(task, cast, time_machine):
    time_machine.move_to(THURSDAY, tick=False)
    assert [look_after_tasks(), look_after_tasks()] == [1, 0]

    notice = Notice.objects.get()
    assert notice.person == cast.handler
    assert "do 26 november" in notice.text
    for secret in (task.words, task.resident.name):
        assert secret not in str(vars(notice))


@pytest.mark.parametrize(("ahead", "days"), [(0, 3), (1, 2), (7, -4)])
def test_it_comes_as_long_before_as_was_asked(file, ahead, days):
    task = TaskFactory(file=file, ahead=ahead, due_on=TODAY + 14 * DAY)
    moment = MONDAY + (14 - ahead) * DAY + MORNING
    assert remind_of_tasks(at=moment - timedelta(minutes=1)) == 0
    assert remind_of_tasks(at=moment) == 1
    task.refresh_from_db()
    assert task.reminded_at == moment


def test_what_is_done_is_not_announced(task, cast):
    finish_task(file_id=task.file_id, task_id=task.pk, words="", by=cast.handler)
    assert remind_of_tasks(at=THURSDAY) == 0


def test_a_task_that_moves_is_announced_again(task, cast):
    assert remind_of_tasks(at=THURSDAY) == 1
    day = {"due_on": TODAY + 9 * DAY, "words": "Later.", "version": 1}
    move_task(file_id=task.file_id, task_id=task.pk, by=cast.handler, **day)
    assert remind_of_tasks(at=THURSDAY) == 0
    assert remind_of_tasks(at=MONDAY + 9 * DAY + MORNING) == 1
    assert Notice.objects.count() == 2


def test_a_worker_that_was_killed_before_the_commit_told_nobody_and_the_next_one_does(task):
    Task.objects.update(reminded_at=None)
    assert remind_of_tasks(at=THURSDAY) == 1
    assert Notice.objects.count() == 1
