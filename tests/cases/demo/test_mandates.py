"""The register of the demo city: every team can decide, some only with a second (ORG-15)."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command

from cases.demo.cast import Cast
from cases.demo.mandates import create_mandates
from cases.demo.people import create_people
from cases.mandates.deciding import Wanted, answer_for
from cases.models import Mandate, Product
from clusters.models import Role, TeamKind, User
from common.deadlines import local_day
from tests.cases.demo.conftest import NOW

pytestmark = pytest.mark.django_db

TODAY = local_day(NOW)


@pytest.fixture
def filled(db):
    with time_machine.travel(NOW, tick=True):
        cache.clear()
        call_command("load_reference_data", verbosity=0)
        create_people()
        create_mandates(now=NOW)
        yield


def test_somebody_of_every_team_that_decides_can_grant_the_household(filled):
    cast = Cast(TODAY)
    holders = set(Mandate.objects.running(TODAY).values_list("holder", flat=True))
    teams = {
        team.code
        for team in cast.teams.values()
        if any(person.pk in holders for person in cast.workers[team.pk])
    }

    assert len([team for team in cast.teams.values() if team.kind == TeamKind.WIJKTEAM]) > 5
    assert teams == {team.code for team in cast.teams.values()}


def test_an_adviser_decides_alone_up_to_a_year_and_with_a_second_beyond(filled):
    adviser = User.objects.get(last_name="Aynan")
    house = Product.objects.get(code="01A03")

    def ask(months, **own):
        return answer_for(adviser, [Wanted(house, months, 1)], day=TODAY, refuses=False)

    assert (ask(12).allowed, ask(12).needs_second) == (True, False)
    assert (ask(24).allowed, ask(24).needs_second) == (True, True)
    hall = User.objects.filter(memberships__role=Role.CITY_HALL_TEAM).first()
    assert not answer_for(hall, [Wanted(house, 99, 1)], day=TODAY, refuses=True).needs_second


def test_one_ended_yesterday_and_every_holder_works_here(filled):
    [ended] = Mandate.objects.exclude(ended_from=None)

    assert ended.last_day == TODAY - timedelta(days=1)
    rows = Mandate.objects.for_list(TODAY)
    assert [row for row in rows if not row.holder.current_roles] == []


def test_without_somebody_to_keep_it_there_is_no_register(db):
    create_mandates(now=NOW)

    assert not Mandate.objects.exists()
