"""Who knows of a task, when it is due, what is sealed, and what the database refuses."""

from datetime import date, datetime, timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, transaction

from cases.dossiers.models import FileColleague, ResidentFile
from cases.todos.lights import light_of
from cases.todos.models import Task
from clusters.models import Role
from common.deadlines import AMSTERDAM, local_day
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileColleagueFactory, FileFactory
from tests.factories.todos import TaskFactory

DAY = timedelta(days=1)
TODAY = MONDAY.date()


@pytest.mark.parametrize("role", [role.value for role in Role])
def test_nobody_but_who_works_in_the_dossier_knows_it(task, cast, role):
    assert not Task.objects.visible_to(getattr(cast, role)).exists()
    assert Task.objects.visible_to(cast.handler).get() == task


def test_a_manager_knows_none_also_when_named(task, cast):
    FileColleagueFactory(file=task.file, employee=cast.team_manager)
    ResidentFile.objects.update(director=cast.team_manager)
    assert not Task.objects.visible_to(cast.team_manager).exists()


def test_who_works_along_knows_it_as_long_as_that_lasts(task, cast):
    period = FileColleagueFactory(file=task.file, employee=cast.city_hall_team)
    assert Task.objects.visible_to(cast.city_hall_team).exists()
    FileColleague.objects.filter(pk=period.pk).update(since=TODAY - 2 * DAY, until=TODAY - DAY)
    assert not Task.objects.visible_to(cast.city_hall_team).exists()


def test_mine_is_open_on_my_name_in_a_dossier_i_work_in_nearest_first(task, cast):
    soon = TaskFactory(file=task.file, due_on=TODAY)
    TaskFactory(file=task.file, done=True)
    TaskFactory(owner=cast.handler)  # of a dossier of somebody else
    TaskFactory(file=task.file, owner=cast.team_worker)
    assert list(Task.objects.mine(cast.handler)) == [soon, task]


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25), date(2026, 11, 26)])
def test_the_day_ends_at_midnight_in_almere_also_when_the_clock_changes(day):
    task = Task()
    task.plan(day, 1, MONDAY)
    assert task.due_on == day
    assert local_day(task.due_at) == day + DAY
    local = task.remind_at.astimezone(AMSTERDAM)
    assert (local.date(), local.hour) == (day - DAY, 8)


def test_a_reminder_that_would_be_over_does_not_come():
    task = Task()
    task.plan(TODAY, 0, MONDAY)  # ten o'clock
    assert task.reminded_at == MONDAY
    task.plan(TODAY + DAY, 0, MONDAY)
    assert task.reminded_at is None


@pytest.mark.parametrize(
    ("days", "light"),
    [
        (-3, ("late", "3 dagen te laat")),
        (-1, ("late", "1 dag te laat")),
        (0, ("warning", "vandaag")),
        (1, ("ok", "morgen")),
        (5, ("ok", "over 5 dagen")),
    ],
)
def test_how_a_task_stands_is_said_in_words(file, days, light):
    found = light_of(TaskFactory(file=file, due_on=TODAY + days * DAY), MONDAY)
    assert (found.kind, found.text) == light


def test_one_that_is_over_says_how(file):
    assert light_of(TaskFactory(file=file, done=True), MONDAY).text == "Gedaan"


def test_the_words_open_only_in_their_own_row_and_dossier(task):
    other = TaskFactory(file=task.file, words="Iets anders.")
    elsewhere = FileFactory(resident=task.file.resident, closed=True)
    for change in ({"uuid": other.uuid}, {"file": elsewhere}):
        stolen = Task.objects.select_related("file").get(pk=task.pk)
        for name, value in change.items():
            setattr(stolen, name, value)
        with pytest.raises(InvalidTag):
            assert stolen.words
    task.ending = task.content
    with pytest.raises(InvalidTag):
        assert task.outcome


@pytest.mark.parametrize(
    "change",
    [
        {"state": "done"},
        {"ended_at": MONDAY},
        {"state": "dropped", "ended_at": MONDAY},
        {"content": b""},
        {"ahead": 3},
    ],
)
def test_the_database_refuses_half_an_end(task, change):
    with pytest.raises(IntegrityError), transaction.atomic():
        Task.objects.filter(pk=task.pk).update(**change)


def test_dropped_without_a_reason_is_refused(task, cast):
    own = {"state": "dropped", "ended_at": MONDAY, "ended_by": cast.handler}
    with pytest.raises(IntegrityError), transaction.atomic():
        Task.objects.filter(pk=task.pk).update(**own)


def test_the_moment_is_aware(task):
    assert isinstance(task.due_at, datetime)
    assert task.due_at.tzinfo is not None
