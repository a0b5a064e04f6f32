"""Every wijkteam does something for its neighbourhoods, of every kind and in every state."""

from cases.collective.lifecycle import CollectiveState
from cases.collective.models import CollectiveKind
from cases.models import ClusterGoal, ClusterPlan, CollectiveEntry
from clusters.models import Team, TeamKind


def test_every_wijkteam_has_collective_work_and_most_clusters_a_plan(city):
    teams = Team.objects.filter(kind=TeamKind.WIJKTEAM)
    assert set(CollectiveEntry.objects.values_list("team", flat=True)) <= set(
        teams.values_list("pk", flat=True)
    )
    assert set(CollectiveEntry.objects.values_list("kind", flat=True)) == set(CollectiveKind)
    states = set(CollectiveEntry.objects.values_list("state", flat=True))
    assert states == set(CollectiveState) - {CollectiveState.STOPPED}
    assert CollectiveEntry.objects.filter(partners__isnull=False).exists()
    plans = ClusterPlan.objects.count()
    assert 0 < plans < teams.count()
    assert ClusterGoal.objects.count() == 2 * plans
    assert ClusterGoal.objects.filter(progress__isnull=True).count() == 0
