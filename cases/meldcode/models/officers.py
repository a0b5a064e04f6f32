"""Who is aandachtsfunctionaris, for which team or cluster and how long (MC-16)."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from cases.permissions import OFFICER_KEEPER
from clusters.models import HANDLING_ROLES, Cluster, Role, Team, User
from common.periods import PeriodModel, PeriodQuerySet, period_constraint

KEEPING_ROLES = frozenset({Role.GENERAL_MANAGER, Role.APPLICATION_MANAGER})
READING_ROLES = HANDLING_ROLES | KEEPING_ROLES


class SafeguardingOfficerQuerySet(PeriodQuerySet):
    """Aandachtsfunctionarissen, also those of before and later."""

    def visible_to(self, user: User) -> Self:
        """Scope: who works with residents or steers that, and who keeps the register."""
        return self.all() if user.acting_role in READING_ROLES else self.none()

    def of_team(self, team: Team, day: date) -> Self:
        """Those of a team or of its cluster on ``day``."""
        near = Q(team=team)
        if team.cluster_id is not None:
            near |= Q(cluster_id=team.cluster_id)
        return self.valid_on(day).filter(near)

    def not_over(self, day: date) -> Self:
        """Those that hold on ``day`` or will hold later."""
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day))

    def for_list(self) -> Self:
        """With what a row shows; one query."""
        rows = self.select_related("employee", "team", "cluster", "changed_by")
        return rows.order_by("cluster__name", "team__name", "employee__last_name", "pk")


class SafeguardingOfficer(PeriodModel):
    """An employee looks along in every meldcode of one team or one cluster, for a period.

    A relation and no role: it only counts while the employee acts as wijkwerker or for the SST.
    """

    submission_key = models.UUIDField(unique=True, editable=False)
    employee = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="aandachtsfunctionaris"
    )
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    cluster = models.ForeignKey(Cluster, models.PROTECT, null=True, related_name="+")
    version = models.PositiveSmallIntegerField("versie", default=1)
    changed_at = models.DateTimeField("gewijzigd op")
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = SafeguardingOfficerQuerySet.as_manager()

    class Meta:
        verbose_name = "aandachtsfunctionaris"
        verbose_name_plural = "aandachtsfunctionarissen"
        ordering = ["pk"]
        constraints = [
            period_constraint("safeguarding_officer_period"),
            models.CheckConstraint(
                condition=Q(team__isnull=True, cluster__isnull=False)
                | Q(team__isnull=False, cluster__isnull=True),
                name="safeguarding_officer_of_one_place",
            ),
        ]
        indexes = [models.Index(fields=["employee", "valid_from"], name="safeguarding_by_person")]

    class Privacy:
        personal = ("employee", "changed_by")
        purpose = "Weten bij wie een team terechtkan met de meldcode"
        retention = "vijf jaar na het einde, gelijk met het logboek"

    def __str__(self) -> str:
        return str(self.employee)

    @property
    def place(self) -> Team | Cluster | None:
        """The team or the cluster."""
        return self.team or self.cluster

    def relations_to(self, user: User) -> frozenset[str]:
        """Who keeps the register right; scope was checked before."""
        keeps = user.acting_role in KEEPING_ROLES
        return frozenset({OFFICER_KEEPER}) if keeps else frozenset()
