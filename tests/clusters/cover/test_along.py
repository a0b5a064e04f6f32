"""What goes along, in counts; rooms above tell the kinds (WN-1)."""

import pytest

from clusters.cover import along
from clusters.cover.along import KINDS, goes_along, work_of
from tests.factories.dossiers import FileFactory
from tests.factories.todos import TaskFactory

pytestmark = pytest.mark.django_db


def test_counts_of_two_people_in_one_query(people, noord, django_assert_num_queries):
    file = FileFactory(team=noord, director=people.handler)
    FileFactory(team=noord, director=people.handler, closed=True)
    for _ in range(2):
        TaskFactory(file=file, owner=people.third)
    TaskFactory(file=file, owner=people.third, done=True)

    with django_assert_num_queries(1):
        found = work_of([people.handler.pk, people.third.pk, people.fourth.pk])
    assert found == {people.handler.pk: ["1 dossier"], people.third.pk: ["2 taken"]}


def test_nobody_and_nothing_that_was_told(people, monkeypatch, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert work_of([]) == {}
        monkeypatch.setattr(along, "KINDS", [])
        assert work_of([people.handler.pk]) == {}


def test_a_kind_is_told_once():
    before = list(KINDS)
    goes_along(before[0])

    assert before == KINDS
