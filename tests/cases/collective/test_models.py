"""What the database refuses, what takes time when, and who sees which line."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from cases.collective.models import ActCode, CollectiveEntry, EffortClass, EffortEstimate
from common.reference import faults
from tests.factories.clusters import AssignmentFactory, ClusterFactory, TeamFactory
from tests.factories.collective import (
    TODAY,
    ClusterGoalFactory,
    ClusterPlanFactory,
    ClusterProgressFactory,
    CollectiveFactory,
    effort_of,
)

DAY = timedelta(days=1)
pytestmark = pytest.mark.django_db


def test_the_lists_are_whole_and_every_act_has_an_estimate():
    assert faults(EffortClass) == faults(EffortEstimate) == []
    effort_of()

    assert set(EffortEstimate.objects.values_list("code", flat=True)) == set(ActCode.values)
    assert not EffortClass.objects.filter(reason="").exists()
    assert effort_of("kort").minutes < effort_of("dagdeel").minutes < effort_of("dag").minutes


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"reach": "veel"},
        {"kind": "praatje"},
        {"ends_on": TODAY + DAY},
        {"starts_on": None},
        {"running": True, "starts_on": None},
        {"running": True, "ends_on": TODAY},
        {"idea": True, "starts_on": TODAY},
        {"completed": True, "starts_on": TODAY + DAY},
        {"stopped": True, "outcome": ""},
        {"stopped": True, "ends_on": None},
    ],
)
def test_the_database_refuses_what_cannot_be(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        CollectiveFactory(**wrong)


def test_every_state_can_be_kept():
    for trait in ("running", "idea", "completed", "stopped"):
        CollectiveFactory(**{trait: True})
    assert CollectiveEntry.objects.count() == 4


def test_minutes_of_a_list_are_bounded():
    effort_of()
    for model in (EffortClass, EffortEstimate):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.update(minutes=6001)


@pytest.mark.parametrize(
    ("own", "counts"),
    [
        ({"starts_on": date(2026, 3, 1)}, True),
        ({"starts_on": date(2026, 3, 31)}, True),
        ({"starts_on": date(2026, 2, 28)}, False),
        ({"starts_on": date(2026, 4, 1)}, False),
        ({"running": True, "starts_on": date(2025, 1, 1)}, True),
        ({"running": True, "starts_on": date(2026, 4, 1)}, False),
        ({"completed": True, "starts_on": date(2026, 1, 1), "ends_on": date(2026, 3, 1)}, True),
        ({"completed": True, "starts_on": date(2026, 1, 1), "ends_on": date(2026, 2, 28)}, False),
        ({"stopped": True, "starts_on": None, "ends_on": date(2026, 3, 9)}, False),
        ({"idea": True}, False),
    ],
)
def test_what_took_time_in_march(own, counts):
    CollectiveFactory(**own)

    rows = CollectiveEntry.objects.in_period(date(2026, 3, 1), date(2026, 3, 31))

    assert rows.count() == counts


def test_one_sees_the_own_team_and_cluster_and_the_cluster_that_comes_there(cast, noord):
    mine = CollectiveFactory(team=noord)
    tenth = ClusterFactory(deviating_service=True, routes_to=noord)
    routed = CollectiveFactory(cluster=tenth)
    moved = CollectiveFactory(team=noord, cluster=ClusterFactory())
    other = CollectiveFactory()

    seen = set(CollectiveEntry.objects.visible_to(cast.team_worker))
    assert seen == {mine, routed, moved}
    assert set(CollectiveEntry.objects.visible_to(cast.team_manager)) == seen
    assert other in CollectiveEntry.objects.visible_to(cast.general_manager)
    for role in ("contact_centre", "city_social_team", "liaison", "commissioner", "controller"):
        assert not CollectiveEntry.objects.visible_to(getattr(cast, role)).exists()


def test_two_teams_of_one_cluster_see_each_other_once(cast, noord):
    TeamFactory(cluster=noord.cluster)
    AssignmentFactory(cluster=noord.cluster)
    CollectiveFactory(team=noord)

    assert CollectiveEntry.objects.visible_to(cast.team_worker).count() == 1


@pytest.mark.parametrize(
    "wrong", [{"stand": "prima"}, {"name": ""}, {"goal": ""}, {"indicator": ""}, {"target": ""}]
)
def test_an_opgave_is_whole(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        ClusterGoalFactory(**wrong)


def test_a_plan_has_a_vision_and_progress_has_words():
    for factory, wrong in (
        (ClusterPlanFactory, {"vision": ""}),
        (ClusterProgressFactory, {"note": ""}),
        (ClusterProgressFactory, {"stand": "prima"}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            factory(**wrong)


def test_a_plan_and_what_hangs_on_it_say_what_they_are():
    line = ClusterProgressFactory(goal__name="Schulden")
    plan = ClusterPlanFactory(cluster__name="Poort")

    assert str(line).startswith("Schulden: Op koers (")
    assert str(plan) == "clusterplan van Poort"
