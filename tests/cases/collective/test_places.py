"""Which neighbourhoods and teams one chooses from."""

from datetime import timedelta

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


def test_a_year_ago_on_a_leap_day():
    assert year_before(TODAY.replace(year=2028, month=2, day=29)).isoformat() == "2027-02-28"
