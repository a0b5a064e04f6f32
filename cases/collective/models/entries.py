"""One line of collective work: what, where, with whom, how much and how far it is (CW-1…CW-5)."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from cases.collective.lifecycle import CollectiveState
from cases.collective.models.lists import (
    MOMENTS,
    RUNNING_KINDS,
    CollectiveKind,
    EffortClass,
    Reach,
)
from cases.community.models import Organisation
from cases.intakes.models import LifeDomain
from cases.permissions import COLLECTIVE_COLLEAGUE
from clusters.models import Cluster, Neighbourhood, Role, Team, User

TITLE_LENGTH, DESCRIPTION_LENGTH, OUTCOME_LENGTH = 120, 1000, 500
WRITING_ROLES = frozenset({Role.TEAM_WORKER, Role.TEAM_MANAGER})


def served_clusters(user: User) -> models.QuerySet[Cluster]:
    """The clusters one works in: of the own teams, and those whose questions come there (CLU-8)."""
    own = Q(teams__in=user.team_ids) | Q(routes_to__in=user.team_ids)
    return Cluster.objects.filter(pk__in=Cluster.objects.filter(own).values("pk"))


def touches(first: date, last: date) -> Q:
    """Which rows took time in a period: begun before its end, not ended before its begin (CW-5).

    An idea never began and takes no time.
    """
    goes_on = Q(ends_on__isnull=True) | Q(ends_on__gte=first)
    return Q(starts_on__lte=last) & goes_on


class CollectiveQuerySet(models.QuerySet["CollectiveEntry"]):
    """Collective work."""

    def visible_to(self, user: User) -> Self:
        """Scope: of the own team or cluster; the algemeen manager reads everything (CW-8)."""
        if user.acting_role == Role.GENERAL_MANAGER:
            return self.all()
        if user.acting_role not in WRITING_ROLES:
            return self.none()
        near = Q(team_id__in=user.team_ids) | Q(cluster__in=served_clusters(user))
        return self.filter(near)

    def in_period(self, first: date, last: date) -> Self:
        """What took time between two days; numbers and lists ask this (CW-7)."""
        return self.filter(touches(first, last))

    def for_list(self) -> Self:
        """What a row shows, in one query."""
        return self.select_related("team", "neighbourhood", "effort", "employee")

    def for_detail(self) -> Self:
        """The page of one; one query and one for the partners."""
        return self.for_list().select_related("topic", "changed_by")


class CollectiveEntry(models.Model):
    """An activity, a burgerinitiatief, a contact in the network or being present somewhere.

    ``cluster`` is where the neighbourhood was on the day it was written down. What is done in a day
    begins and ends on that day.
    """

    submission_key = models.UUIDField(unique=True, editable=False)
    kind = models.CharField("soort", max_length=10, choices=CollectiveKind.choices)
    state = models.CharField("status", max_length=9, choices=CollectiveState.choices)
    title = models.CharField("titel", max_length=TITLE_LENGTH)
    description = models.TextField("wat is het?", max_length=DESCRIPTION_LENGTH, blank=True)
    topic = models.ForeignKey(
        LifeDomain, models.PROTECT, related_name="+", verbose_name="onderwerp"
    )
    neighbourhood = models.ForeignKey(
        Neighbourhood, models.PROTECT, related_name="+", verbose_name="wijk"
    )
    cluster = models.ForeignKey(Cluster, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    employee = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="wie")
    effort = models.ForeignKey(
        EffortClass, models.PROTECT, related_name="+", verbose_name="hoeveel tijd"
    )
    reach = models.CharField("bereik", max_length=7, choices=Reach.choices, default=Reach.UNKNOWN)
    partners = models.ManyToManyField(
        Organisation, related_name="+", blank=True, verbose_name="samen met"
    )
    starts_on = models.DateField("eerste dag", null=True, blank=True)
    ends_on = models.DateField("laatste dag", null=True, blank=True)
    outcome = models.TextField("wat kwam eruit?", max_length=OUTCOME_LENGTH, blank=True)
    registered_at = models.DateTimeField("vastgelegd op")
    version = models.PositiveSmallIntegerField("versie", default=1)
    changed_at = models.DateTimeField("gewijzigd op")
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = CollectiveQuerySet.as_manager()

    class Meta:
        verbose_name = "collectief werk"
        verbose_name_plural = "collectief werk"
        ordering = ["-registered_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="collective_has_title"),
            models.CheckConstraint(
                condition=Q(reach__in=Reach.values), name="collective_reach_known"
            ),
            models.CheckConstraint(
                condition=Q(
                    kind__in=MOMENTS,
                    state=CollectiveState.COMPLETED,
                    starts_on__isnull=False,
                    ends_on=F("starts_on"),
                )
                | Q(kind__in=RUNNING_KINDS),
                name="collective_moment_is_done",
            ),
            models.CheckConstraint(
                condition=Q(
                    state=CollectiveState.IDEA, starts_on__isnull=True, ends_on__isnull=True
                )
                | Q(state=CollectiveState.RUNNING, starts_on__isnull=False, ends_on__isnull=True)
                | Q(
                    state=CollectiveState.COMPLETED,
                    starts_on__isnull=False,
                    ends_on__isnull=False,
                    ends_on__gte=F("starts_on"),
                )
                | (
                    Q(state=CollectiveState.STOPPED, ends_on__isnull=False)
                    & ~Q(outcome="")
                    & (Q(starts_on__isnull=True) | Q(ends_on__gte=F("starts_on")))
                ),
                name="collective_state_has_its_days",
            ),
        ]
        indexes = [
            models.Index(fields=["team", "starts_on"], name="collective_of_team"),
            models.Index(fields=["neighbourhood", "starts_on"], name="collective_of_place"),
            models.Index(fields=["cluster", "registered_at"], name="collective_of_cluster"),
            models.Index(fields=["registered_at", "id"], name="collective_newest"),
        ]

    class Privacy:
        personal = ("employee", "changed_by")
        purpose = "Weten welke collega iets voor de wijk doet; nooit over een inwoner (COL-1)"
        retention = "tien jaar, voor de ontwikkeling van het cluster"

    def __str__(self) -> str:
        return self.title

    @property
    def is_moment(self) -> bool:
        """Whether it was done in a day, and has no states to go through."""
        return self.kind in MOMENTS

    @property
    def is_open(self) -> bool:
        """Whether something can still happen with it."""
        return self.state in (CollectiveState.IDEA, CollectiveState.RUNNING)

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee in scope to it: it is of their team."""
        mine = user.acting_role in WRITING_ROLES and self.team_id in user.team_ids
        return frozenset({COLLECTIVE_COLLEAGUE}) if mine else frozenset()
