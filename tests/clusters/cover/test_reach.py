"""Whose desk a deputy minds, from the first to the last day and not a moment longer (WN-7)."""

from itertools import pairwise

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clusters.cover.reach import covered_by, deputies_of
from clusters.cover.services import end_cover
from clusters.models import User
from clusters.people import reaching
from tests.clusters.cover.conftest import DAY, TODAY, ends, fresh
from tests.factories.cases import MONDAY
from tests.factories.cover import covered

pytestmark = pytest.mark.django_db


def minds(person):
    return fresh(person).minded_ids


@pytest.mark.parametrize(("ahead", "reached"), [(-1, 0), (0, 1), (2, 1), (3, 0)])
def test_from_the_first_to_the_last_day_wn_7(people, ahead, reached):
    covered(people.handler, people.third, TODAY, TODAY + 2 * DAY)

    with time_machine.travel(MONDAY + ahead * DAY, tick=False):
        assert minds(people.third) == ({people.handler.pk} if reached else set())
        assert minds(people.handler) == set()


def test_an_end_counts_at_the_next_request_wn_7(people):
    row = covered(people.handler, people.third, TODAY, TODAY + 2 * DAY)
    end_cover(cover_id=row.pk, by=people.handler)

    assert minds(people.third) == set()
    assert fresh(people.third).desk_ids == {people.third.pk}


def test_along_a_chain_of_three_and_no_further_wn_6(people):
    chain = (people.handler, people.team_worker, people.third, people.fourth, people.outsider)
    for person, deputy in pairwise(chain):
        covered(person, deputy, TODAY)

    assert minds(people.fourth) == {person.pk for person in chain[:3]}
    assert minds(people.outsider) == {person.pk for person in chain[1:4]}
    assert set(covered_by(people.fourth, TODAY)) == set(chain[:3])
    assert deputies_of([people.handler.pk], TODAY) == {
        people.handler.pk: [each.pk for each in chain[1:4]]
    }


def test_of_two_people_at_once_and_of_nobody(people):
    covered(people.handler, people.third, TODAY)
    covered(people.team_worker, people.third, TODAY)

    assert minds(people.third) == {people.handler.pk, people.team_worker.pk}
    assert deputies_of([people.third.pk], TODAY) == {}
    assert deputies_of([], TODAY) == {}


def test_a_circle_that_got_in_some_other_way_leads_to_no_one_twice(people):
    covered(people.handler, people.third, TODAY)
    covered(people.third, people.handler, TODAY)

    assert minds(people.third) == {people.handler.pk}


def test_without_a_role_one_minds_nothing_wn_7(people):
    covered(people.handler, people.third, TODAY)
    ends(people.third, TODAY - DAY)

    assert minds(people.third) == set()


def test_it_comes_along_with_the_roles_without_a_query_more(people):
    covered(people.handler, people.third, TODAY)
    person = fresh(people.third)

    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert (person.acting_role, len(person.desk_ids)) == ("team_worker", 2)
    assert len(asked) == 1


def test_without_a_room_that_knows_nobody_minds_anything(people, monkeypatch):
    covered(people.handler, people.third, TODAY)
    monkeypatch.setattr(reaching, "MINDED", [])

    assert User.objects.get(pk=people.third.pk).minded_ids == set()
