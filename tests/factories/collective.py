"""Collective work and plans of clusters, in the smallest valid record of each kind."""

import uuid
from datetime import date, timedelta

import factory

from cases.collective.lifecycle import CollectiveState
from cases.collective.models import (
    ClusterGoal,
    ClusterPlan,
    ClusterProgress,
    CollectiveEntry,
    CollectiveKind,
    EffortClass,
    EffortEstimate,
)
from common.reference import sync
from tests.factories.cases import MONDAY
from tests.factories.clusters import ClusterFactory, NeighbourhoodFactory, TeamFactory, UserFactory
from tests.factories.community import LifeDomainFactory

TODAY: date = MONDAY.date()


def effort_of(code: str = "kort") -> EffortClass:
    """One effort class of the list, which is filled when it is empty."""
    if not EffortClass.objects.exists():
        sync(EffortClass)
        sync(EffortEstimate)
    return EffortClass.objects.get(code=code)


class CollectiveFactory(factory.django.DjangoModelFactory):
    """A short contact in the network on Monday, in the cluster of its team."""

    class Meta:
        model = CollectiveEntry

    class Params:
        running = factory.Trait(
            kind=CollectiveKind.ACTIVITY, state=CollectiveState.RUNNING, ends_on=None
        )
        idea = factory.Trait(
            kind=CollectiveKind.INITIATIVE,
            state=CollectiveState.IDEA,
            starts_on=None,
            ends_on=None,
        )
        completed = factory.Trait(
            kind=CollectiveKind.ACTIVITY, ends_on=TODAY, starts_on=TODAY - timedelta(days=40)
        )
        stopped = factory.Trait(
            kind=CollectiveKind.ACTIVITY,
            state=CollectiveState.STOPPED,
            ends_on=TODAY,
            outcome="Er kwam niemand.",
        )

    submission_key = factory.LazyFunction(uuid.uuid4)
    kind = CollectiveKind.NETWORK
    state = CollectiveState.COMPLETED
    title = factory.Sequence(lambda n: f"Overleg {n} met de school")
    topic = factory.SubFactory(LifeDomainFactory)
    neighbourhood = factory.SubFactory(NeighbourhoodFactory)
    team = factory.SubFactory(TeamFactory)
    cluster = factory.SelfAttribute("team.cluster")
    employee = factory.SubFactory(UserFactory)
    effort = factory.LazyFunction(effort_of)
    starts_on = TODAY
    ends_on = factory.SelfAttribute("starts_on")
    registered_at = MONDAY
    changed_at = MONDAY
    changed_by = factory.SelfAttribute("employee")


class ClusterPlanFactory(factory.django.DjangoModelFactory):
    """A vision in one sentence."""

    class Meta:
        model = ClusterPlan

    cluster = factory.SubFactory(ClusterFactory)
    vision = "Bewoners kennen elkaar."
    changed_at = MONDAY
    changed_by = factory.SubFactory(UserFactory)


class ClusterGoalFactory(factory.django.DjangoModelFactory):
    """An opgave that nobody began with."""

    class Meta:
        model = ClusterGoal

    submission_key = factory.LazyFunction(uuid.uuid4)
    cluster = factory.SubFactory(ClusterFactory)
    name = factory.Sequence(lambda n: f"Opgave {n}")
    goal = "Minder eenzaamheid."
    indicator = "Bezoekers per week, geteld door het buurthuis."
    target = "30 per week"
    created_at = MONDAY
    changed_at = MONDAY
    changed_by = factory.SubFactory(UserFactory)


class ClusterProgressFactory(factory.django.DjangoModelFactory):
    """How an opgave was on Monday."""

    class Meta:
        model = ClusterProgress

    submission_key = factory.LazyFunction(uuid.uuid4)
    goal = factory.SubFactory(ClusterGoalFactory)
    on = TODAY
    stand = "on_track"
    note = "Het gaat goed."
    written_at = MONDAY
    by = factory.SubFactory(UserFactory)
