"""The joint budget of a year and its planned lines, of which every version stays."""

from typing import Self
from uuid import uuid4

from django.db import models
from django.db.models import Exists, OuterRef, Q

from budgets.joint.lifecycle import PlanState
from budgets.joint.models.choices import CostKind, SupportKind, decimal
from clusters.models import PartnerOrganisation, Role, User

READING = frozenset({Role.GENERAL_MANAGER, Role.TEAM_MANAGER, Role.CONTROLLER})


class JointBudgetQuerySet(models.QuerySet["JointBudget"]):
    """Joint budgets."""

    def visible_to(self, user: User) -> Self:
        """Scope: who steers or checks; whoever sees totals only asks for those (GJ-9)."""
        return self.all() if user.acting_role in READING else self.none()


class JointBudget(models.Model):
    """The joint budget of the partners for one year (BUD-9): a draft, then adopted."""

    year = models.PositiveSmallIntegerField("jaar", unique=True)
    state = models.CharField(
        "status", max_length=7, choices=PlanState.choices, default=PlanState.DRAFT
    )
    begun_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField("begonnen op")
    adopted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    adopted_at = models.DateTimeField("vastgesteld op", null=True)
    decision = models.CharField("besluit", max_length=200, blank=True)
    decided_on = models.DateField("datum van het besluit", null=True)
    key = models.UUIDField("kenmerk van de handeling", unique=True)

    objects = JointBudgetQuerySet.as_manager()

    class Meta:
        verbose_name = "gezamenlijke begroting"
        verbose_name_plural = "gezamenlijke begrotingen"
        ordering = ["-year"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    state=PlanState.ADOPTED,
                    adopted_by__isnull=False,
                    adopted_at__isnull=False,
                    decided_on__isnull=False,
                )
                & ~Q(decision="")
                | Q(state=PlanState.DRAFT, adopted_by=None, adopted_at=None, decided_on=None)
                & Q(decision=""),
                name="joint_budget_adopted_by_somebody",
            ),
        ]

    class Privacy:
        personal = ("begun_by", "adopted_by", "decision")
        purpose = "Weten wie de begroting begon en vaststelde (BUD-9)"
        retention = "7 jaar na het begrotingsjaar"

    def __str__(self) -> str:
        return f"gezamenlijke begroting {self.year}"

    year_text = property(lambda self: str(self.year))

    @property
    def is_adopted(self) -> bool:
        """Whether a change needs a reason from now on (GJ-6)."""
        return self.state == PlanState.ADOPTED


class LineQuerySet(models.QuerySet["PlannedLine"]):
    """Versions of planned lines."""

    def visible_to(self, user: User) -> Self:
        """Scope: that of their budget."""
        return self.all() if user.acting_role in READING else self.none()

    def newest(self) -> Self:
        """The last version of each line, lapsed ones included."""
        newer = PlannedLine.objects.filter(line=OuterRef("line"), number__gt=OuterRef("number"))
        return self.filter(~Exists(newer))

    def in_force(self) -> Self:
        """The lines as they hold now (GJ-6)."""
        return self.newest().filter(is_dropped=False)

    def for_list(self) -> Self:
        """Everything a row shows, in one query."""
        rows = self.select_related("partner", "kind", "by", "budget")
        return rows.order_by("partner__name", "kind__position", "line", "number")


class PlannedLine(models.Model):
    """One version of what one partner plans for one kind of costs; nobody changes or deletes it.

    ``line`` is the same in all its versions and ``number`` counts them. ``key`` is of the act, so
    that sending twice is once. ``reason`` is why it changed after the budget was adopted.
    """

    budget = models.ForeignKey(JointBudget, models.PROTECT, related_name="lines")
    line = models.UUIDField("regel", default=uuid4, editable=False)
    number = models.PositiveSmallIntegerField("versie", default=1)
    partner = models.ForeignKey(PartnerOrganisation, models.PROTECT, related_name="+")
    kind = models.ForeignKey(CostKind, models.PROTECT, related_name="+")
    support = models.CharField("soort ondersteuning", max_length=10, choices=SupportKind.choices)
    amount_cents = models.BigIntegerField("bedrag in centen")
    fte_hundredths = models.PositiveIntegerField("fte in honderdsten", null=True)
    source = models.CharField("bron", max_length=200)
    decided_on = models.DateField("datum van de bron")
    note = models.CharField("toelichting", max_length=500, blank=True)
    after_adoption = models.BooleanField("na het vaststellen", default=False)
    reason = models.CharField("reden van de wijziging", max_length=300, blank=True)
    is_dropped = models.BooleanField("vervallen", default=False)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField("vastgelegd op")
    key = models.UUIDField("kenmerk van de handeling", unique=True)

    objects = LineQuerySet.as_manager()

    class Meta:
        verbose_name = "begrotingsregel"
        verbose_name_plural = "begrotingsregels"
        ordering = ["line", "number"]
        constraints = [
            models.UniqueConstraint(fields=["line", "number"], name="planned_line_version_once"),
            models.CheckConstraint(
                condition=Q(amount_cents__gt=0), name="planned_line_amount_positive"
            ),
            models.CheckConstraint(
                condition=Q(fte_hundredths__isnull=True) | Q(fte_hundredths__gt=0),
                name="planned_line_fte_positive",
            ),
            models.CheckConstraint(
                condition=Q(support__in=SupportKind.values), name="planned_line_support_known"
            ),
            models.CheckConstraint(
                condition=Q(after_adoption=False) | ~Q(reason=""),
                name="planned_line_change_has_reason",
            ),
            models.CheckConstraint(condition=~Q(source=""), name="planned_line_has_source"),
        ]
        indexes = [models.Index(fields=["budget", "line", "number"], name="planned_line_of_budget")]

    class Privacy:
        personal = ("by", "source", "note", "reason")
        purpose = "Weten wie wat begrootte en waarom dat veranderde (BUD-9)"
        retention = "7 jaar na het begrotingsjaar"

    def __str__(self) -> str:
        return f"{self.partner}: {str(self.kind).lower()}"

    @property
    def fte(self) -> str:
        """The fte as one writes it; empty when the line counts no people."""
        return "" if self.fte_hundredths is None else decimal(self.fte_hundredths)
