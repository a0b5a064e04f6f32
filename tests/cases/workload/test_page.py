"""The table of the load: tile = list, who is there, nobody named above the teams (WL-4 to WL-8)."""

from datetime import timedelta

import pytest

from cases.workload.kinds import KINDS
from cases.workload.page import WorkloadPage
from clusters.models import Membership, Neighbourhood
from tests.factories import MembershipFactory
from tests.factories.absence import WorkPatternFactory, away
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def page(user, at=MONDAY):
    return WorkloadPage(user, at)


def line_of(found, person):
    return next(each for team in found.lines for each in team.people if each.name == str(person))


def test_every_number_opens_the_list_that_counts_the_same(busy, cast, as_user):
    client = as_user(cast.team_manager)
    found = client.get("/werklast/").context["page"]

    cells = line_of(found, busy.handler).cells
    assert [cell.value for cell in cells] == [1] * len(KINDS)
    for cell in cells:
        assert len(client.get(cell.url).context["items"]) == cell.value
    everything = client.get(line_of(found, busy.handler).url).context
    assert len(everything["items"]) == len(KINDS)
    assert everything["points"] == line_of(found, busy.handler).load


def test_a_part_of_the_week_is_weighed_as_a_whole_one(busy, cast):
    load = line_of(page(cast.team_manager), busy.handler).load
    WorkPatternFactory(employee=busy.handler, weekdays="01")
    away(busy.handler, MONDAY.date() + DAY, half="morning")

    line = line_of(page(cast.team_manager), busy.handler)
    assert (line.halves, line.days_text) == (3, "1,5")
    assert (line.load, line.per_fte) == (load, round(load * 10 / 3))


def test_who_is_not_there_this_week_divides_by_nothing(busy, cast, noord):
    for person in (cast.handler, cast.team_worker):
        away(person, MONDAY.date(), MONDAY.date() + 4 * DAY)
    found = page(cast.team_manager)

    assert {line.per_fte for line in found.lines[0].people} == {None}
    assert (found.lines[0].per_fte, found.lines[0].fte_text) == (None, "0,0")
    assert "niemand aanwezig" in found.conclusion()


def test_who_carries_far_more_than_the_rest_is_marked(busy, cast):
    found = page(cast.team_manager)
    marked = [line.name for line in found.lines[0].people if line.is_high]

    assert marked == [str(busy.handler)]
    assert str(busy.handler) in found.conclusion()


def test_work_for_another_team_counts_in_the_load_and_not_in_the_list(busy, cast, as_user):
    MembershipFactory(user=busy.handler, team=cast.elsewhere)
    before = line_of(page(cast.team_manager), busy.handler)
    FileFactory(team=cast.elsewhere, director=busy.handler)

    line = line_of(page(cast.team_manager), busy.handler)
    assert (line.load - before.load, line.cells[0].value) == (6, 1)
    shown = as_user(cast.team_manager).get(line.cells[0].url).context["items"]
    assert [item.reference for item in shown] == [str(busy.file)]


def test_the_team_stands_against_the_inhabitants_it_is_for(busy, cast, noord):
    Neighbourhood.objects.filter(assignments__cluster=noord.cluster).update(inhabitants=18_000)

    assert page(cast.team_manager).lines[0].norm_text == "1,5 × de norm"


def test_above_the_teams_nobody_is_named(busy, cast, as_user):
    html = as_user(cast.general_manager).get("/werklast/").content.decode()

    assert "Team Noord" in html
    assert str(busy.handler) not in html


def test_a_city_without_anybody_is_an_empty_page(cast, monday):
    Membership.objects.exclude(user=cast.general_manager).update(valid_until=MONDAY.date() - DAY)
    found = page(cast.general_manager)
    assert found.lines == []
    assert found.conclusion().startswith("Er is geen werk")


@pytest.mark.parametrize("extra", [1, 5])
def test_the_number_of_queries_does_not_grow(busy, cast, noord, extra, django_assert_num_queries):
    for _ in range(extra):
        person = MembershipFactory(team=noord).user
        FileFactory(team=noord, director=person)
    user = cast.team_manager
    assert user.team_ids
    with django_assert_num_queries(9):
        page(user)
