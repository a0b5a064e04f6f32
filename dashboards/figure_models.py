"""Figures that no index can make cheap, kept as rows with their age (design 11)."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from cases.collective.models import ActCode
from cases.contacts.models import DESK_ROLES
from cases.dossiers.models import Outcome
from cases.models import CallbackSubject, DayPart, QuestionResult
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


class DeskFigureQuerySet(models.QuerySet[Any]):
    """Figures per desk and day."""

    def visible_to(self, user: User) -> Self:
        """A desk sees its own figures; the algemeen manager those of every desk together."""
        if user.acting_role in DESK_ROLES:
            return self.filter(desk_id__in=user.team_ids)
        if user.acting_role == Role.GENERAL_MANAGER:
            return self.all()
        return self.none()


class DeskFigure(models.Model):
    """How many questions of one kind a desk took down on one day that is over (TEL-6, TEL-7).

    The columns are those of a question, so that one condition counts both.
    """

    desk = models.ForeignKey(Team, models.CASCADE, related_name="+")
    day = models.DateField("dag")
    part = models.CharField("dagdeel", max_length=8, choices=DayPart.choices)
    with_help_desk = models.BooleanField("vraagbaak aanwezig")
    subject = models.ForeignKey(CallbackSubject, models.CASCADE, null=True, related_name="+")
    result = models.CharField("resultaat", max_length=12, choices=QuestionResult.choices)
    with_article = models.BooleanField("met artikel")
    n = models.PositiveIntegerField("aantal")

    objects = DeskFigureQuerySet.as_manager()

    class Meta:
        verbose_name = "dagcijfer van de balie"
        verbose_name_plural = "dagcijfers van de balie"
        constraints = [
            models.UniqueConstraint(
                fields=[
                    "desk",
                    "day",
                    "part",
                    "with_help_desk",
                    "subject",
                    "result",
                    "with_article",
                ],
                condition=Q(subject__isnull=False),
                name="desk_figure_once",
            ),
            models.UniqueConstraint(
                fields=["desk", "day", "part", "with_help_desk", "result", "with_article"],
                condition=Q(subject__isnull=True),
                name="desk_figure_no_subject_once",
            ),
        ]
        indexes = [models.Index(fields=["desk", "day"], name="desk_figure_by_day")]

    def __str__(self) -> str:
        return f"{self.desk} {self.day:%d-%m-%Y}: {self.n}"


class DeskDay(models.Model):
    """What became of the promises a desk made on one day, as far as those requests are closed.

    ``searched_in_vain`` counts searches of the kennisbank without result on that day.
    """

    desk = models.ForeignKey(Team, models.CASCADE, related_name="+")
    day = models.DateField("dag")
    promised = models.PositiveIntegerField("beloofd")
    kept = models.PositiveIntegerField("op tijd gebeld")
    late = models.PositiveIntegerField("te laat")
    searched_in_vain = models.PositiveIntegerField("gezocht zonder resultaat")

    objects = DeskFigureQuerySet.as_manager()

    class Meta:
        verbose_name = "dag van de balie"
        verbose_name_plural = "dagen van de balie"
        constraints = [models.UniqueConstraint(fields=["desk", "day"], name="desk_day_once")]

    def __str__(self) -> str:
        return f"{self.desk} {self.day:%d-%m-%Y}"


class DeskRefresh(models.Model):
    """Until when the summary rows of the desks hold; one row, the lock of who refreshes them.

    ``until_day`` is the first day that is not in ``DeskFigure``; ``at`` the moment until which
    closed requests are in ``DeskDay``. A page counts what came after itself.
    """

    until_day = models.DateField("telt tot")
    at = models.DateTimeField("berekend op")

    class Meta:
        verbose_name = "telling van de balie"
        verbose_name_plural = "tellingen van de balie"

    def __str__(self) -> str:
        return f"{self.at:%d-%m-%Y %H:%M}"


class OutcomeFigureQuerySet(models.QuerySet[Any]):
    """Figures of teams: how questions ended, and what was done."""

    def visible_to(self, user: User) -> Self:
        """The manager sees the own teams, the algemeen manager every team (IN-6)."""
        if user.acting_role == Role.TEAM_MANAGER:
            return self.filter(team_id__in=user.team_ids)
        return self.all() if user.acting_role == Role.GENERAL_MANAGER else self.none()


class OutcomeFigure(models.Model):
    """How many questions of a team ended in a month with one outcome (MON-1, GES-5)."""

    team = models.ForeignKey(Team, models.CASCADE, related_name="+")
    month = models.DateField("maand")
    outcome = models.CharField("uitkomst", max_length=12, choices=Outcome.choices)
    n = models.PositiveIntegerField("aantal")

    objects = OutcomeFigureQuerySet.as_manager()

    class Meta:
        verbose_name = "maandcijfer van uitkomsten"
        verbose_name_plural = "maandcijfers van uitkomsten"
        constraints = [
            models.UniqueConstraint(
                fields=["month", "team", "outcome"], name="outcome_figure_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.team}: {self.n}"


class OutcomeRefresh(models.Model):
    """Until when the summary rows of outcomes hold; one row, the lock of who refreshes them.

    Questions that ended before ``until_day`` are in ``OutcomeFigure``; ``whole_on`` is the day on
    which every month was counted again. A page counts what came after ``until_day`` itself.
    """

    until_day = models.DateField("telt tot")
    whole_on = models.DateField("alles geteld op")
    at = models.DateTimeField("berekend op")

    class Meta:
        verbose_name = "telling van uitkomsten"
        verbose_name_plural = "tellingen van uitkomsten"

    def __str__(self) -> str:
        return f"{self.at:%d-%m-%Y %H:%M}"


class EffortFigure(models.Model):
    """How many acts of one sort a team did for residents in one month (WRK-1, CW-6)."""

    team = models.ForeignKey(Team, models.CASCADE, related_name="+")
    month = models.DateField("maand")
    act = models.CharField("handeling", max_length=16, choices=ActCode.choices)
    n = models.PositiveIntegerField("aantal")
    refreshed_at = models.DateTimeField("berekend op")

    objects = OutcomeFigureQuerySet.as_manager()

    class Meta:
        verbose_name = "maandcijfer van handelingen"
        verbose_name_plural = "maandcijfers van handelingen"
        constraints = [
            models.UniqueConstraint(fields=["month", "team", "act"], name="effort_figure_once"),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.team}: {self.n}"
