"""The plan of a cluster: where it wants to go, its opgaven, and how those are (CLU-12, CW-9)."""

from typing import Self

from django.db import models
from django.db.models import Q

from cases.collective.models.entries import WRITING_ROLES, served_clusters
from clusters.models import Cluster, Role, User

VISION_LENGTH, NOTE_LENGTH = 4000, 1000
NAME_LENGTH, GOAL_LENGTH, INDICATOR_LENGTH, TARGET_LENGTH = 120, 500, 300, 160


class GoalStand(models.TextChoices):
    """How an opgave is."""

    PLANNED = "planned", "Nog niet begonnen"
    ON_TRACK = "on_track", "Op koers"
    BEHIND = "behind", "Loopt achter"
    REACHED = "reached", "Bereikt"
    DROPPED = "dropped", "Losgelaten"


def clusters_read_by(user: User) -> models.QuerySet[Cluster]:
    """The clusters whose plan one reads: the own ones; the algemeen manager every one (CW-9)."""
    if user.acting_role == Role.GENERAL_MANAGER:
        return Cluster.objects.all()
    return served_clusters(user) if user.acting_role in WRITING_ROLES else Cluster.objects.none()


class ClusterPlan(models.Model):
    """What a cluster wants with its neighbourhoods, in words; one per cluster."""

    cluster = models.OneToOneField(Cluster, models.PROTECT, related_name="+")
    vision = models.TextField("visie", max_length=VISION_LENGTH)
    version = models.PositiveSmallIntegerField("versie", default=1)
    changed_at = models.DateTimeField("gewijzigd op")
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "clusterplan"
        verbose_name_plural = "clusterplannen"
        constraints = [
            models.CheckConstraint(condition=~Q(vision=""), name="cluster_plan_has_vision"),
        ]

    class Privacy:
        personal = ("changed_by",)
        purpose = "Weten wie het plan van het cluster bijhoudt (CLU-12)"
        retention = "tien jaar, voor de ontwikkeling van het cluster"

    def __str__(self) -> str:
        return f"clusterplan van {self.cluster}"


class GoalQuerySet(models.QuerySet["ClusterGoal"]):
    """Opgaven of clusters."""

    def visible_to(self, user: User) -> Self:
        """Scope: everybody who works in the cluster; the algemeen manager reads all (CW-9)."""
        return self.filter(cluster__in=clusters_read_by(user))


class ClusterGoal(models.Model):
    """An opgave of a cluster: what must become different, and how one sees that it does.

    ``stand`` is that of the last progress; the database keeps the words of all of them.
    """

    submission_key = models.UUIDField(unique=True, editable=False)
    cluster = models.ForeignKey(Cluster, models.PROTECT, related_name="+")
    name = models.CharField("opgave", max_length=NAME_LENGTH)
    goal = models.TextField("doel", max_length=GOAL_LENGTH)
    indicator = models.TextField("waaraan zien we het?", max_length=INDICATOR_LENGTH)
    target = models.CharField("streven", max_length=TARGET_LENGTH)
    stand = models.CharField(
        "stand", max_length=8, choices=GoalStand.choices, default=GoalStand.PLANNED
    )
    created_at = models.DateTimeField("vastgelegd op")
    version = models.PositiveSmallIntegerField("versie", default=1)
    changed_at = models.DateTimeField("gewijzigd op")
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = GoalQuerySet.as_manager()

    class Meta:
        verbose_name = "opgave"
        verbose_name_plural = "opgaven"
        ordering = ["created_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(stand__in=GoalStand.values), name="cluster_goal_stand_known"
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(goal="") & ~Q(indicator="") & ~Q(target=""),
                name="cluster_goal_is_whole",
            ),
        ]

    class Privacy:
        personal = ("changed_by",)
        purpose = "Weten wie de opgaven van het cluster bijhoudt (CLU-12)"
        retention = "tien jaar, voor de ontwikkeling van het cluster"

    def __str__(self) -> str:
        return self.name


class ClusterProgress(models.Model):
    """How an opgave was on one day, in words; never changed afterwards (CW-10)."""

    submission_key = models.UUIDField(unique=True, editable=False)
    goal = models.ForeignKey(ClusterGoal, models.PROTECT, related_name="progress")
    on = models.DateField("datum")
    stand = models.CharField("stand", max_length=8, choices=GoalStand.choices)
    note = models.TextField("hoe staat het ervoor?", max_length=NOTE_LENGTH)
    written_at = models.DateTimeField("vastgelegd op")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "voortgang van een opgave"
        verbose_name_plural = "voortgang van opgaven"
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(stand__in=GoalStand.values), name="cluster_progress_stand_known"
            ),
            models.CheckConstraint(condition=~Q(note=""), name="cluster_progress_has_words"),
        ]

    class Privacy:
        personal = ("by",)
        purpose = "Weten wie over de voortgang schreef (CLU-12)"
        retention = "gelijk met de opgave"

    def __str__(self) -> str:
        return f"{self.goal}: {self.get_stand_display()} ({self.on:%d-%m-%Y})"
