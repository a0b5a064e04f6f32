"""Who gets what (UD-2): present, little to do, knows the resident or the subject."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from hypothesis import HealthCheck, settings
from hypothesis import given as given_
from hypothesis import strategies as st

from cases.handout.pieces import Piece
from cases.handout.proposing import Taker, propose
from cases.workload.items import LoadItem
from clusters.models import OpeningHours
from tests.cases.handout.conftest import board, give
from tests.cases.workload.test_load import load
from tests.factories import SpecialismFactory, SpecialismPeriodFactory
from tests.factories.absence import away
from tests.factories.cases import MONDAY


def piece(number, *, points=4, resident=None, able=(1, 2), **own):
    item = LoadItem("dossiers", number, MONDAY, points, resident or number, None, "open")
    return Piece(item, able=frozenset(able), **own)


def taker(number, load=0, halves=10, **own):
    return Taker(number, load, halves, **({"is_present": True} | own))


def proposed(pieces, *takers):
    return {
        each.item.number: propose(pieces, {one.person_id: one for one in takers}).get(each.key)
        for each in pieces
    }


def test_the_least_loaded_gets_it_as_seen_over_a_week():
    assert proposed([piece(1)], taker(1, 20), taker(2, 10)) == {1: 2}
    assert proposed([piece(1)], taker(1, 20, 10), taker(2, 10, 4)) == {1: 1}


def test_what_was_given_counts_so_that_it_evens_out():
    pieces = [piece(number) for number in range(1, 5)]
    assert sorted(proposed(pieces, taker(1), taker(2)).values()) == [1, 1, 2, 2]


def test_who_is_not_there_today_or_this_week_gets_nothing():
    assert proposed([piece(1)], taker(1, 90), taker(2, 0, is_present=False)) == {1: 1}
    assert proposed([piece(1)], taker(1, 0, 0)) == {1: None}


def test_all_of_one_resident_goes_to_one_colleague():
    pieces = [piece(1, resident=7), piece(2, resident=7), piece(3, resident=8)]
    found = proposed(pieces, taker(1), taker(2))
    assert found[1] == found[2] != found[3]


def test_a_dossier_goes_to_who_works_along_in_it():
    assert proposed([piece(1, joined=frozenset({1}))], taker(1, 50), taker(2)) == {1: 1}


def test_a_shared_specialism_weighs_a_fifth():
    assert proposed([piece(1)], taker(1, 10, knows=True), taker(2, 9)) == {1: 1}
    assert proposed([piece(1)], taker(1, 10, knows=True), taker(2, 7)) == {1: 2}


def test_what_stays_is_not_proposed():
    assert proposed([piece(1, stays="daarom")], taker(1)) == {1: None}


WORKS = st.tuples(st.integers(0, 20), st.integers(1, 3), st.sets(st.integers(1, 4)))
PEOPLE = st.tuples(st.integers(0, 60), st.integers(0, 10), st.booleans())


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given_(st.lists(WORKS, max_size=8), st.lists(PEOPLE, min_size=4, max_size=4))
def test_only_who_can_have_it_and_is_there_gets_it(works, people):
    pieces = [piece(n, points=p, resident=r, able=a) for n, (p, r, a) in enumerate(works)]
    takers = {
        n: taker(n, load, halves, is_present=here)
        for n, (load, halves, here) in enumerate(people, 1)
    }
    found = propose(pieces, takers)
    for each in pieces:
        free = {n for n in each.able if takers[n].is_present and takers[n].halves}
        assert (each.key in found) == bool(free)
        assert found.get(each.key) in {None, *free}


@pytest.mark.django_db
def test_the_board_knows_who_is_there_and_who_knows_it(busy, cast, noord):
    schulden = SpecialismFactory()
    for person in (busy.handler, cast.team_worker):
        SpecialismPeriodFactory(user=person, specialism=schulden)
    found = board(busy.handler, noord)
    assert found.takers[cast.team_worker.pk].knows
    assert found.proposal()

    away(cast.team_worker, MONDAY.date(), MONDAY.date() + timedelta(days=1))
    assert board(busy.handler, noord).proposal() == {}


@pytest.mark.django_db
@pytest.mark.parametrize("away_on_monday", [False, True])
def test_on_a_saturday_it_looks_at_the_monday(
    busy, cast, noord, as_user, calendar_data, away_on_monday
):
    saturday = MONDAY + timedelta(days=5)
    away(cast.team_worker, saturday.date())
    if away_on_monday:
        away(cast.team_worker, saturday.date() + timedelta(days=2))
    with time_machine.travel(saturday, tick=False):
        found = board(busy.handler, noord)
        page = as_user(cast.team_manager).get(
            f"/werklast/medewerkers/{busy.handler.pk}/uitdelen/?wat=alles"
        )

    assert (found.day - saturday.date()).days == 2
    assert bool(found.proposal()) != away_on_monday
    assert "ma 30 november is (vandaag is de dienst dicht)" in page.content.decode()


@pytest.mark.django_db
def test_on_a_working_day_it_looks_at_that_day(busy, noord, calendar_data):
    assert not board(busy.handler, noord).is_later


@pytest.mark.django_db
def test_a_service_that_is_never_open_does_not_look_for_ever(busy, noord):
    OpeningHours.objects.all().delete()
    cache.clear()
    assert board(busy.handler, noord).proposal() == {}


@pytest.mark.django_db
def test_afterwards_is_the_load_that_really_follows(busy, cast, noord):
    found = board(busy.handler, noord)
    (line,) = found.afterwards(found.proposal())
    give(busy.handler, noord, cast.team_manager)
    assert line.name == str(cast.team_worker)
    assert line.before == 0
    assert load(cast.team_worker) == line.after + 1  # the task went along with its dossier
