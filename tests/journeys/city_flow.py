"""Work of ten months in the test city, so that figures over time have something to show."""

from clusters.models import Role
from tests.factories import MembershipFactory, TeamFactory
from tests.factories.flow import work_of_a_year
from tests.journeys.city import LONG_NAME, City


def furnish(city: City) -> None:
    """In the team of everybody; who leads that and a new team, and who leads only the new one."""
    work_of_a_year(city.team, city.people["handler"], 24)
    new = TeamFactory(name=LONG_NAME, cluster=city.team.cluster)
    both = MembershipFactory(team=city.team, role=Role.TEAM_MANAGER).user
    MembershipFactory(team=new, role=Role.TEAM_MANAGER, user=both)
    city.people["manager_of_two"] = both
    city.people["new_manager"] = MembershipFactory(team=new, role=Role.TEAM_MANAGER).user
