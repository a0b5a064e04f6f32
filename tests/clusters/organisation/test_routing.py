from datetime import date

import pytest

from clusters.models import TeamKind
from clusters.organisation.routing import normalise_postcode, route_address, route_neighbourhood
from common.errors import RuleViolation
from tests.factories import (
    AssignmentFactory,
    ClusterFactory,
    PostcodeRuleFactory,
    TeamFactory,
)

DAY = date(2026, 11, 23)
pytestmark = pytest.mark.django_db


@pytest.fixture
def stedenwijk():
    """The neighbourhood Stedenwijk in cluster Steden with team Stedenteam."""
    team = TeamFactory(name="Stedenteam", cluster__name="Steden")
    assignment = AssignmentFactory(cluster=team.cluster, neighbourhood__name="Stedenwijk")
    return assignment.neighbourhood


def team_for(postcode, house_number=None, day=DAY):
    route = route_address(postcode=postcode, house_number=house_number, day=day)
    return route and route.team.name


def own_team(name):
    """A neighbourhood with a team of this name."""
    team = TeamFactory(name=name)
    return AssignmentFactory(cluster=team.cluster).neighbourhood


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("1315 aa", "1315AA"),
        (" 1315AA ", "1315AA"),
        ("13 15 A a", "1315AA"),
        ("1315", "1315"),
        ("1315SB", "1315SB"),
    ],
)
def test_postcode_written_in_any_way_becomes_one_form(typed, normal):
    assert normalise_postcode(typed) == normal


@pytest.mark.parametrize(
    "typed", ["0315AA", "131", "1315A", "1315AAA", "1315SS", "ABCD", "1315 ÀÁ", "١٣١٥AA", "🏠"]
)
def test_postcode_that_cannot_exist_is_refused_at_its_field(typed):
    with pytest.raises(RuleViolation, match="1315 AA") as broken:
        route_address(postcode=typed, house_number=1, day=DAY)

    assert broken.value.field == "postcode"


def test_address_in_the_table_gets_its_team_and_the_reason(stedenwijk, django_assert_num_queries):
    PostcodeRuleFactory(pc4="1324", neighbourhood=stedenwijk)

    with django_assert_num_queries(3):  # rule, assignment with cluster, team
        route = route_address(postcode="1324 ab", house_number=12, day=DAY)

    assert (route.neighbourhood, route.cluster.name) == (stedenwijk, "Steden")
    assert route.reason == (
        "postcode 1324AB 12 → Stedenwijk (regel 1324) → cluster Steden → Stedenteam"
    )


def test_illustrative_rule_says_so_in_the_reason(stedenwijk):
    PostcodeRuleFactory(pc4="1324", neighbourhood=stedenwijk, is_illustrative=True)

    route = route_address(postcode="1324", house_number=None, day=DAY)

    assert "postcode 1324 → Stedenwijk (regel 1324, illustratief)" in route.reason


def test_address_the_most_exact_rule_wins():
    PostcodeRuleFactory(pc4="1324", neighbourhood=own_team("vier cijfers"))
    PostcodeRuleFactory(pc4="1324", letters="AB", neighbourhood=own_team("zes tekens"))
    numbers = {"pc4": "1324", "letters": "AB", "from_number": 1, "until_number": 99}
    PostcodeRuleFactory(**numbers, parity="even", neighbourhood=own_team("even"))

    assert team_for("1324AC", 2) == "vier cijfers"
    assert team_for("1324AB", 3) == "zes tekens"
    assert team_for("1324AB", 100) == "zes tekens"
    assert team_for("1324AB") == "zes tekens"
    assert team_for("1324AB", 2) == "even"
    assert team_for("1324", 2) == "vier cijfers"


def test_address_with_odd_numbers_of_a_range_names_that_range():
    numbers = {"pc4": "1324", "letters": "AB", "from_number": 1, "until_number": 99}
    PostcodeRuleFactory(**numbers, parity="odd", neighbourhood=own_team("oneven"))

    route = route_address(postcode="1324AB", house_number=99, day=DAY)

    assert "(regel 1324AB 1–99 oneven)" in route.reason
    assert team_for("1324AB", 98) is None


def test_address_that_no_rule_knows_has_no_route(stedenwijk):
    PostcodeRuleFactory(pc4="1324", neighbourhood=stedenwijk)

    assert team_for("1099AA", 1) is None
    assert team_for("", 1) is None
    assert team_for(None, 1) is None


def test_address_on_a_day_before_and_after_a_change_follows_the_table_of_that_day():
    old, new = date(2026, 6, 30), date(2026, 7, 1)
    PostcodeRuleFactory(pc4="1324", neighbourhood=own_team("oud"), valid_until=old)
    PostcodeRuleFactory(pc4="1324", neighbourhood=own_team("nieuw"), valid_from=new)

    assert (team_for("1324", day=old), team_for("1324", day=new)) == ("oud", "nieuw")


def test_tenth_cluster_goes_to_the_named_team_and_counts_as_itself():
    haven = TeamFactory(name="Haventeam")
    tenth = ClusterFactory(name="Oosterwold", deviating_service=True, routes_to=haven)
    neighbourhood = AssignmentFactory(cluster=tenth).neighbourhood

    route = route_neighbourhood(neighbourhood_id=neighbourhood.pk, day=DAY)

    assert (route.cluster, route.team) == (tenth, haven)
    assert route.reason == (
        f"wijk {neighbourhood} (met de hand gekozen) → cluster Oosterwold → Haventeam; "
        "dit cluster heeft geen eigen team"
    )


def test_neighbourhood_without_cluster_or_running_team_has_no_route(django_assert_num_queries):
    ended = TeamFactory(valid_until=date(2026, 11, 22))
    neighbourhood = AssignmentFactory(cluster=ended.cluster).neighbourhood

    with django_assert_num_queries(2):  # assignment with cluster, team
        assert route_neighbourhood(neighbourhood_id=neighbourhood.pk, day=DAY) is None
    assert route_neighbourhood(neighbourhood_id=neighbourhood.pk + 1, day=DAY) is None


def test_team_that_ended_takes_no_questions_of_another_cluster():
    ended = TeamFactory(valid_until=date(2026, 11, 22))
    tenth = ClusterFactory(deviating_service=True, routes_to=ended)
    neighbourhood = AssignmentFactory(cluster=tenth).neighbourhood

    assert route_neighbourhood(neighbourhood_id=neighbourhood.pk, day=DAY) is None


def test_cluster_that_ended_takes_no_questions():
    team = TeamFactory(cluster__valid_until=date(2026, 11, 22), kind=TeamKind.WIJKTEAM)
    neighbourhood = AssignmentFactory(cluster=team.cluster).neighbourhood

    assert route_neighbourhood(neighbourhood_id=neighbourhood.pk, day=DAY) is None
