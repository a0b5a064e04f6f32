"""Which neighbourhoods and teams one chooses from."""

from datetime import date, timedelta

import pytest

from cases.collective.places import neighbourhoods_of, places_of, teams_near
from cases.collective.presence import year_before
from tests.cases.collective.acting import place_of
from tests.factories.clusters import AssignmentFactory, ClusterFactory, TeamFactory
from tests.factories.collective import TODAY

pytestmark = pytest.mark.usefixtures("monday")


def test_the_own_cluster_and_the_one_whose_questions_come_here(cast, noord):
    tenth = AssignmentFactory(cluster=ClusterFactory(deviating_service=True, routes_to=noord))
    other = AssignmentFactory()

    own = {place_of(noord), tenth.neighbourhood}
    assert set(neighbourhoods_of(cast.team_worker, TODAY)) == own
    assert set(neighbourhoods_of(cast.general_manager, TODAY)) == own | {other.neighbourhood}
    assert len(places_of(cast.team_worker, TODAY)) == 2


def test_teams_of_the_own_cluster(cast, noord):
    near = TeamFactory(cluster=noord.cluster)
    TeamFactory(cluster=noord.cluster, valid_until=TODAY - timedelta(days=1))

    assert set(teams_near(cast.team_worker, TODAY)) == {noord, near}
    assert cast.elsewhere in teams_near(cast.general_manager, TODAY)
    assert not set(teams_near(cast.team_worker, TODAY)) & {cast.elsewhere}


@pytest.mark.parametrize(
    ("day", "first"),
    [("2028-02-29", "2027-03-01"), ("2026-01-31", "2025-02-01"), ("2026-11-23", "2025-11-24")],
)
def test_twelve_months_that_end_today(day, first):
    assert year_before(date.fromisoformat(day)).isoformat() == first
