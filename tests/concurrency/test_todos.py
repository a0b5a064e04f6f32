"""Two people at one task at the same moment (TK-3, TK-8, TK-9)."""

from functools import partial

import pytest

from cases.todos import services
from cases.todos.models import Task
from clusters.models import User
from tests.concurrency.conftest import done, refused, together
from tests.factories import MembershipFactory, UserFactory
from tests.factories.dossiers import FileColleagueFactory, FileFactory
from tests.factories.todos import TaskFactory

ROUNDS = range(6)
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def fresh(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


def own(task):
    return {"file_id": task.file_id, "task_id": task.pk}


@pytest.fixture
def file(cast, noord):
    file = FileFactory(team=noord, director=cast.handler)
    FileColleagueFactory(file=file, employee=cast.team_worker)
    return file


def test_a_task_without_an_owner_is_taken_by_one(cast, file):
    for _ in ROUNDS:
        task = TaskFactory(file=file, owner=UserFactory(is_active=False))

        results = together(
            *(
                partial(services.assign_task, person=fresh(who), by=fresh(by), **own(task))
                for who, by in (
                    (cast.handler, cast.handler),
                    (cast.team_worker, cast.team_worker),
                    (cast.team_worker, cast.team_manager),
                )
            )
        )

        owner = Task.objects.get(pk=task.pk).owner
        assert len(done(results)) == (1 if owner == cast.handler else 2)
        assert all(each == f"Deze taak is al bij {owner}." for each in refused(results))
        assert Task.objects.get(pk=task.pk).version == 2


def test_done_and_dropped_at_once_is_one_of_the_two(cast, file):
    for _ in ROUNDS:
        task = TaskFactory(file=file)
        before = file.lines.count()

        results = together(
            partial(services.finish_task, words="", by=fresh(cast.handler), **own(task)),
            partial(services.drop_task, words="Nee.", by=fresh(cast.team_worker), **own(task)),
        )

        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert file.lines.count() == before + 1


def test_handed_to_two_at_once_it_goes_to_one(cast, file):
    third = MembershipFactory(role="team_worker").user
    FileColleagueFactory(file=file, employee=third)
    for _ in ROUNDS:
        task = TaskFactory(file=file)

        results = together(
            *(
                partial(
                    services.hand_task, person=fresh(who), version=1, words="",
                    by=fresh(cast.handler), **own(task),
                )
                for who in (cast.team_worker, third)
            )
        )  # fmt: skip

        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert Task.objects.get(pk=task.pk).owner == done(results)[0].owner
