"""Figures that no index can make cheap, kept as rows with their age (design 11)."""

from typing import Self

from django.db import models
from django.db.models import Q

from clusters.models import HANDLING_ROLES, Role, Team, User


class MonthFigureQuerySet(models.QuerySet["MonthFigure"]):
    """Figures per team, per worker and month."""

    def visible_to(self, user: User) -> Self:
        """The figures of one's own teams; above the teams nobody sees persons."""
        if user.acting_role in HANDLING_ROLES:
            return self.filter(team_id__in=user.team_ids)
        if user.acting_role == Role.GENERAL_MANAGER:
            return self.filter(worker__isnull=True)
        return self.none()


class MonthFigure(models.Model):
    """In this month: how many requests got their first call, and the median wait of those.

    ``worker`` empty is the whole team. Medians do not add up, so each is kept on its own.
    """

    month = models.DateField("maand")
    team = models.ForeignKey(Team, models.CASCADE, related_name="+")
    worker = models.ForeignKey(User, models.CASCADE, null=True, related_name="+")
    first_attempts = models.PositiveIntegerField("aantal voor het eerst gebeld")
    median_minutes = models.PositiveIntegerField("mediaan in werkminuten")
    refreshed_at = models.DateTimeField("berekend op")

    objects = MonthFigureQuerySet.as_manager()

    class Meta:
        verbose_name = "maandcijfer"
        verbose_name_plural = "maandcijfers"
        constraints = [
            models.UniqueConstraint(
                fields=["month", "team", "worker"],
                condition=Q(worker__isnull=False),
                name="month_figure_worker_once",
            ),
            models.UniqueConstraint(
                fields=["month", "team"],
                condition=Q(worker__isnull=True),
                name="month_figure_team_once",
            ),
        ]

    class Privacy:
        personal = ("worker",)
        purpose = "Werkdruk zien en verdelen binnen het eigen team (WRK-2)"
        retention = "twee jaar"

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.team}"
