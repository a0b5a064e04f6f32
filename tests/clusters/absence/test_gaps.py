"""Days without anybody of a specialism, in the coming four weeks (AF-15)."""

from datetime import date

import pytest

from clusters.absence.gaps import gaps_for
from tests.clusters.absence.conftest import DAY, TODAY
from tests.factories import MembershipFactory, SpecialismFactory, SpecialismPeriodFactory
from tests.factories.absence import WorkPatternFactory, away

pytestmark = pytest.mark.django_db


@pytest.fixture
def lvb(people):
    """A specialism that the handler of Noord has."""
    known = SpecialismFactory(label="LVB")
    SpecialismPeriodFactory(user=people.handler, specialism=known)
    return known


def said(user):
    return [
        (str(gap.cluster), str(gap.specialism), gap.period_text, gap.count_text)
        for gap in gaps_for(user, TODAY)
    ]


def test_no_gap_while_somebody_is_there(people, lvb):
    assert said(people.team_manager) == []


def test_a_gap_runs_over_the_weekend_and_names_who_has_it(people, lvb):
    away(people.handler, date(2026, 11, 26), date(2026, 11, 30))

    assert said(people.team_manager) == [
        ("Noord", "LVB", "do 26 november 2026 t/m ma 30 november 2026", "3 werkdagen")
    ]
    assert gaps_for(people.team_manager, TODAY)[0].people == [people.handler]


def test_a_second_one_who_is_there_closes_the_gap(people, lvb):
    away(people.handler, TODAY, TODAY + 4 * DAY)
    SpecialismPeriodFactory(user=people.team_worker, specialism=lvb)
    WorkPatternFactory(employee=people.team_worker, weekdays="0124")

    assert said(people.team_manager) == [("Noord", "LVB", "do 26 november 2026", "1 werkdag")]


def test_a_role_or_specialism_that_ends_leaves_a_gap(people, lvb):
    leaving = MembershipFactory(
        team=people.handler.memberships.get().team, valid_until=TODAY + 20 * DAY
    )
    known = SpecialismFactory(label="Schulden")
    SpecialismPeriodFactory(user=leaving.user, specialism=known)

    assert said(people.team_manager) == [
        ("Noord", "Schulden", "ma 14 december 2026 t/m vr 18 december 2026", "5 werkdagen")
    ]


def test_somebody_of_another_cluster_fills_no_gap_and_is_not_seen(people, lvb):
    away(people.handler, TODAY)
    SpecialismPeriodFactory(user=people.outsider, specialism=lvb)

    assert len(said(people.team_manager)) == 1
    assert said(people.outsider) == []
    assert len(said(people.general_manager)) == 1


def test_four_weeks_and_no_further(people, lvb):
    away(people.handler, TODAY + 28 * DAY, TODAY + 40 * DAY)
    assert said(people.team_manager) == []

    away(people.handler, TODAY + 25 * DAY, TODAY + 27 * DAY)
    assert len(said(people.team_manager)) == 1


@pytest.mark.parametrize("rows", [1, 5])
def test_gaps_take_four_queries(people, lvb, rows, django_assert_num_queries):
    team = people.handler.memberships.get().team
    for _ in range(rows):
        member = MembershipFactory(team=team).user
        SpecialismPeriodFactory(user=member)
        away(member, TODAY)
    by = people.team_manager
    said(by)  # the calendar and who asks are known

    with django_assert_num_queries(4):
        assert len(gaps_for(by, TODAY)) == rows
