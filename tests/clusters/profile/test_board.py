"""Wished beside actual, and inhabitants beside fte (TP-5 to TP-8)."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clusters.models import Membership, Neighbourhood, Role
from clusters.profile.board import ClusterBoard, Line, city_for
from clusters.profile.fte import Share, total_of
from clusters.profile.models import ProfileWish
from tests.clusters.profile.conftest import DAY, TODAY, board, line, wish
from tests.factories import (
    AssignmentFactory,
    ClusterFactory,
    MembershipFactory,
    NeighbourhoodFactory,
    SpecialismFactory,
    SpecialismPeriodFactory,
    TeamFactory,
)
from tests.factories.absence import WorkPatternFactory, away

pytestmark = pytest.mark.django_db


@pytest.fixture
def schulden(people):
    """The handler knows it and works three days."""
    found = SpecialismFactory(label="Schulden")
    SpecialismPeriodFactory(user=people.handler, specialism=found, valid_from=TODAY - 99 * DAY)
    WorkPatternFactory(employee=people.handler, weekdays="024")
    return found


def test_fte_follows_the_working_days_and_not_the_absence_tp_5(people, noord, schulden):
    away(people.handler, TODAY, TODAY + 30 * DAY)
    found = line(people.team_manager, noord.cluster, schulden)

    assert (found.actual_text, found.words, found.deviates) == ("0,60", "geen wens", False)
    assert [share.person for share in found.shares] == [people.handler]


def test_who_works_six_days_is_one_fte_tp_5(people, noord, schulden):
    people.handler.work_patterns.update(weekdays="012345")
    assert line(people.team_manager, noord.cluster, schulden).actual == 1


def test_who_works_in_two_clusters_counts_half_in_each_tp_5(people, cast, noord, schulden):
    MembershipFactory(user=people.handler, team=cast.elsewhere)
    MembershipFactory(user=people.handler, team=noord, role=Role.TEAM_MANAGER)
    by = people.general_manager

    for cluster in (noord.cluster, cast.elsewhere.cluster):
        assert line(by, cluster, schulden).actual == Decimal("0.30")


def test_two_specialisms_count_both_and_the_total_counts_once_tp_6(people, noord, schulden):
    other = SpecialismFactory()
    before = board(people.team_manager, noord.cluster).fte
    SpecialismPeriodFactory(user=people.handler, specialism=other)

    assert line(people.team_manager, noord.cluster, other).actual_text == "0,60"
    assert board(people.team_manager, noord.cluster).fte == before


def test_a_role_or_specialism_that_is_over_counts_no_more(people, noord, schulden):
    day = TODAY + 9 * DAY
    Membership.objects.filter(user=people.handler).update(valid_until=day)
    assert line(people.team_manager, noord.cluster, schulden, day).shares
    assert not board(people.general_manager, noord.cluster, day + DAY).lines


@pytest.mark.parametrize(
    ("fte", "words", "kind", "deviates"),
    [
        ("0.60", "zoals gewenst", "ok", False),
        ("1.00", "0,40 fte te weinig", "neutral", False),
        ("1.10", "0,50 fte te weinig", "warning", True),
        ("0.10", "0,50 fte meer dan gewenst", "info", True),
        ("0", "0,60 fte meer dan gewenst", "info", True),
    ],
)
def test_the_difference_is_said_in_words_tp_7(people, noord, schulden, fte, words, kind, deviates):
    wish(people.general_manager, noord.cluster, schulden, fte)
    found = line(people.team_manager, noord.cluster, schulden)

    assert (found.words, found.kind, found.deviates) == (words, kind, deviates)
    assert len(city_for(people.team_manager, TODAY).deviating) == deviates


def test_how_far_is_far_is_a_choice_of_the_city_tp_7(people, noord, schulden, settings):
    wish(people.general_manager, noord.cluster, schulden, "1.00")
    settings.PROFILE_DEVIATION = "0.4"
    assert line(people.team_manager, noord.cluster, schulden).deviates


def test_the_profile_changes_over_time_dif_5(people, noord, schulden):
    by = people.general_manager
    wish(by, noord.cluster, schulden, "1.00", valid_until=TODAY + DAY)
    wish(by, noord.cluster, schulden, "2.00", valid_from=TODAY + 3 * DAY)

    texts = [line(by, noord.cluster, schulden, TODAY + n * DAY).wished_text for n in range(4)]
    assert texts == ["1,00", "1,00", "", "2,00"]


def test_what_nobody_has_is_short_and_first_tp_7(people, noord, schulden):
    ggz = SpecialismFactory()
    wish(people.general_manager, noord.cluster, schulden, "1.20")
    wish(people.general_manager, noord.cluster, ggz, "1.00")
    found = city_for(people.team_manager, TODAY).deviating

    assert [(each.specialism, each.actual_text) for each in found] == [
        (ggz, "0,00"),
        (schulden, "0,60"),
    ]


def test_inhabitants_stand_against_teams_and_fte_clu_15(people, noord, settings):
    settings.INHABITANTS_PER_TEAM = 12_000
    Neighbourhood.objects.update(inhabitants=None)
    place = NeighbourhoodFactory(inhabitants=18_000, district=noord.cluster.district)
    AssignmentFactory(neighbourhood=place, cluster=noord.cluster)
    TeamFactory(cluster=noord.cluster)
    found = board(people.team_manager, noord.cluster)

    assert (found.inhabitants, found.teams, found.per_team) == (18_000, 2, 9_000)
    assert found.norm_text == "0,8 × de norm"
    assert found.fte == len(found.shares) == 3  # handler, wijkwerker, wijkteammanager
    assert found.per_fte == 6_000
    assert found.per_norm_text == "2,00"


def test_a_cluster_without_anybody_divides_by_nothing(people):
    empty = ClusterFactory()
    found = board(people.general_manager, empty)

    assert (found.fte, found.per_team, found.per_fte) == (0, None, None)
    assert (found.norm_text, found.per_norm_text, found.lines) == ("", "", [])
    wish(people.general_manager, empty, SpecialismFactory(), "1.00")
    assert board(people.general_manager, empty).deviating


def test_a_city_without_clusters_has_no_figures(people):
    assert city_for(people.general_manager, TODAY - 9999 * DAY).boards == []
    assert city_for(people.general_manager, TODAY - 9999 * DAY).per_norm_text == ""


def test_who_sees_which_cluster_tp_2(people, cast, noord):
    def seen(who):
        return {each.cluster for each in city_for(who, TODAY).boards}

    assert seen(people.team_manager) == {noord.cluster}
    assert {noord.cluster, cast.elsewhere.cluster} <= seen(people.general_manager)
    assert seen(people.handler) == set()


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.decimals(0, 1, places=2), max_size=9), st.decimals(0, 99, places=2))
def test_the_words_agree_with_the_numbers(parts, wished):
    shares = [Share(None, part, (), ()) for part in parts]
    found = Line(None, None, ProfileWish(fte=wished), shares)
    whole = ClusterBoard(None, shares, [found], 5_000, 0)

    assert found.actual == sum(parts) == total_of(shares)
    assert (found.kind in ("warning", "info")) == found.deviates
    assert ("te weinig" in found.words) == (sum(parts) < wished)
    assert ("meer dan" in found.words) == (sum(parts) > wished)
    assert (whole.per_fte is None) == (whole.fte == 0)


@pytest.mark.parametrize("count", [1, 5])
def test_it_costs_five_queries_however_many_there_are(
    people, noord, count, django_assert_num_queries
):
    for _ in range(count):
        person = MembershipFactory(team=noord).user
        row = SpecialismPeriodFactory(user=person)
        wish(people.general_manager, noord.cluster, row.specialism)
        ClusterFactory()
    assert people.general_manager.acting_role
    with django_assert_num_queries(5):
        found = city_for(people.general_manager, TODAY)
        for each in found.boards:
            assert all(str(line.cluster) and line.words for line in each.lines)
    assert len([one for each in found.boards for one in each.lines]) == count
