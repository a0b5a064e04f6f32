"""What was handed out of whose work, to whom, and whether it was taken back (peers 4.23, 4.27)."""

import uuid
from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q

from cases.workload.kinds import KINDS
from clusters.models import Role, Team, User

UNDO_FOR = timedelta(hours=24)
"""So long everything can go back at once (UD-5)."""
RETENTION = timedelta(days=2 * 365)


class Why(models.TextChoices):
    """Why work is handed out; never what somebody has (VER-2)."""

    AWAY = "away", "Is er niet"
    LEAVES = "leaves", "Vertrekt of gaat naar een ander team"
    SPREAD = "spread", "Het werk is te veel"


class HandOutQuerySet(models.QuerySet["HandOut"]):
    """Times that work was handed out."""

    def visible_to(self, user: User) -> Self:
        """Scope: who steers the team whose work it was."""
        if user.acting_role != Role.TEAM_MANAGER:
            return self.none()
        return self.filter(team_id__in=user.team_ids)

    def to_empty(self, at: datetime) -> Self:
        """Those whose time is over (UD-9)."""
        return self.filter(at__lt=at - RETENTION)


class HandOut(models.Model):
    """One time that the work of one employee, standing with one team, went to colleagues."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="van wie")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    why = models.CharField("waarom", max_length=6, choices=Why.choices)
    at = models.DateTimeField("moment")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    undone_at = models.DateTimeField("teruggedraaid op", null=True)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = HandOutQuerySet.as_manager()

    class Meta:
        verbose_name = "uitgedeeld werk"
        verbose_name_plural = "uitgedeeld werk"
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(why__in=Why.values), name="handout_why_known"),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by__isnull=True)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="handout_undone_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["team", "at"], name="handout_of_team")]

    class Privacy:
        personal = ("person", "by", "undone_by")
        purpose = "Werk van wie er niet is op tijd laten doen, en een vergissing herstellen"
        retention = "twee jaar"

    def __str__(self) -> str:
        return f"werk van {self.person}"

    def can_be_undone(self, at: datetime) -> bool:
        """Whether everything can still go back at once (UD-5)."""
        return self.undone_at is None and at <= self.at + UNDO_FOR


class Fate(models.TextChoices):
    """What became of one piece when it was taken back."""

    STANDS = "", "Uitgedeeld"
    BACK = "back", "Terug"
    MOVED_ON = "moved_on", "Bleef: intussen verder of afgerond"


class HandedPiece(models.Model):
    """One piece of work that went over; ``number`` is its key in the table of its kind."""

    handout = models.ForeignKey(HandOut, models.CASCADE, related_name="pieces")
    kind = models.CharField(
        "soort", max_length=12, choices=[(code, kind.label) for code, kind in KINDS.items()]
    )
    number = models.PositiveBigIntegerField("nummer")
    reference = models.CharField("kenmerk", max_length=20)
    to = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="aan wie")
    fate = models.CharField("wat ervan kwam", max_length=8, choices=Fate.choices, blank=True)

    class Meta:
        verbose_name = "uitgedeeld stuk werk"
        verbose_name_plural = "uitgedeelde stukken werk"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["handout", "kind", "number"], name="piece_once"),
            models.CheckConstraint(condition=Q(fate__in=Fate.values), name="piece_fate_known"),
        ]

    class Privacy:
        personal = ("to", "reference")
        purpose = "Weten welk werk naar wie ging, en het terug kunnen geven"
        retention = "twee jaar"

    def __str__(self) -> str:
        return self.reference
