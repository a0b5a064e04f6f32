"""A goal: what the resident wants to be different on one leefgebied, and what became of it."""

import uuid
from typing import Self

from django.db import models
from django.db.models import F, Q

from cases.dossiers.models import HelpRequest, ResidentFile
from cases.intakes.models import LifeDomain
from cases.plans.lifecycle import GoalState
from cases.plans.models.household import Plan
from cases.plans.models.told import ToldByFile
from cases.residents.models import Resident
from clusters.models import User


class Score(models.IntegerChoices):
    """How it goes with this, in the opinion of the resident; never obligatory."""

    BAD = 1, "Heel slecht"
    POOR = 2, "Slecht"
    FAIR = 3, "Gaat wel"
    GOOD = 4, "Goed"
    FINE = 5, "Heel goed"


class GoalQuerySet(models.QuerySet["Goal"]):
    """Goals."""

    def running(self) -> Self:
        """Those that did not end."""
        return self.filter(state=GoalState.RUNNING)


class Goal(ToldByFile):
    """One goal of a plan (GES-6). Texts: ``wish`` and ``now`` in own words, and ``result``."""

    audit_resident_field = "resident"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    file = models.ForeignKey(ResidentFile, models.PROTECT, related_name="goals")
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="goals")
    domain = models.ForeignKey(LifeDomain, models.PROTECT, related_name="+")
    question = models.ForeignKey(HelpRequest, models.PROTECT, null=True, related_name="goals")
    content = models.BinaryField("doel in woorden")
    state = models.CharField(
        "stand", max_length=7, choices=GoalState.choices, default=GoalState.RUNNING
    )
    score_before = models.PositiveSmallIntegerField("nu", choices=Score.choices, null=True)
    score_after = models.PositiveSmallIntegerField("daarna", choices=Score.choices, null=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField("toegevoegd op")
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField("beëindigd op", null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = GoalQuerySet.as_manager()

    class Meta:
        verbose_name = "doel"
        verbose_name_plural = "doelen"
        ordering = ["created_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=GoalState.RUNNING, ended_at__isnull=True, ended_by__isnull=True)
                | (
                    Q(state__in=[each for each in GoalState.values if each != GoalState.RUNNING])
                    & Q(ended_at__gte=F("created_at"), ended_by__isnull=False)
                ),
                name="goal_ends_with_a_state",
            ),
            models.CheckConstraint(
                condition=Q(score_before__isnull=True) | Q(score_before__in=Score.values),
                name="goal_score_before_known",
            ),
            models.CheckConstraint(
                condition=Q(score_after__isnull=True)
                | (Q(score_after__in=Score.values) & ~Q(state=GoalState.RUNNING)),
                name="goal_score_after_the_end",
            ),
        ]
        indexes = [models.Index(fields=["file", "created_at"], name="goal_of_file")]

    class Privacy:
        personal = (
            "resident",
            "content",
            "state",
            "score_before",
            "score_after",
            "created_by",
            "ended_by",
        )
        purpose = "Weten wat de inwoner wil bereiken en of dat lukte (GES-6, GES-7)"
        retention = "15 jaar na de laatste wijziging (WMO 5.3.4)"

    def __str__(self) -> str:
        return f"doel over {str(self.domain).lower()}"

    @property
    def is_open(self) -> bool:
        """Whether somebody still works on it."""
        return self.state == GoalState.RUNNING
