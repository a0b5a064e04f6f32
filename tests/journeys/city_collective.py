"""Collective work in the test city: of every kind and state, a plan, and a cluster without one."""

from datetime import timedelta

from django.utils import timezone

from cases.community.models import Organisation
from cases.models import EffortEstimate, LifeDomain
from dashboards.effort_services import refresh_effort_figures
from tests.factories.collective import (
    ClusterGoalFactory,
    ClusterPlanFactory,
    ClusterProgressFactory,
    CollectiveFactory,
    effort_of,
)
from tests.journeys.city import LONG_NAME, City

DAY = timedelta(days=1)
NOTE = "Gemiddeld 18 bezoekers. De tweede ochtend begint na de vakantie."


def furnish(city: City) -> None:
    """Write it down; ``city.things`` knows some by name."""
    today, me = timezone.localdate(), city.people["handler"]
    topic = LifeDomain.objects.in_use()[0]
    where = city.team.cluster.assignments.select_related("neighbourhood")[0].neighbourhood
    own = {"team": city.team, "employee": me, "topic": topic, "neighbourhood": where}
    own |= {"registered_at": timezone.now(), "changed_at": timezone.now(), "starts_on": today}
    contact = CollectiveFactory(**own, description="Over de inloop.", reach="few")
    contact.partners.set(Organisation.objects.all()[:3])
    CollectiveFactory(**own, title=LONG_NAME[:120], kind="presence", effort=effort_of("dagdeel"))
    runs = CollectiveFactory(**own | {"starts_on": today - 100 * DAY}, running=True)
    idea = CollectiveFactory(**own | {"starts_on": None}, idea=True)
    stopped = CollectiveFactory(**own | {"starts_on": today - 9 * DAY}, stopped=True, ends_on=today)
    city.things |= {"collective": contact.pk, "collective-running": runs.pk}
    city.things |= {"collective-idea": idea.pk, "collective-stopped": stopped.pk}
    _plan(city)
    assert EffortEstimate.objects.exists()
    refresh_effort_figures(at=timezone.now())


def _plan(city: City) -> None:
    """A vision and two opgaven, one of them without progress."""
    by, cluster = city.people["team_manager"], city.team.cluster
    ClusterPlanFactory(cluster=cluster, changed_by=by)
    goal = ClusterGoalFactory(cluster=cluster, changed_by=by, stand="behind")
    ClusterGoalFactory(cluster=cluster, changed_by=by, name=LONG_NAME[:120])
    ClusterProgressFactory(goal=goal, by=by, stand="behind", note=NOTE)
    city.things |= {"cluster": cluster.pk, "cluster-goal": goal.pk}
