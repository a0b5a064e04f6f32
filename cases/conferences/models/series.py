"""A rhythm: a casusoverleg of a team or a casustafel of a stadsdeel that comes back (KET-3)."""

from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import Q

from cases.conferences.models.choices import PLANNING_ROLES, ConferenceKind, OnClosedDay, Rhythm
from cases.permissions import CONFERENCE_KEEPER
from clusters.models import Cluster, District, Role, Team, TeamKind, User
from common.dutch_dates import WEEKDAYS
from common.periods import PeriodModel, PeriodQuerySet, period_constraint

PLACE_LENGTH = 120
SHORTEST, LONGEST = 15, 480


def of_whom(user: User, prefix: str = "") -> Q:
    """The meetings of the teams in effect and of the stadsdelen in which these work."""
    districts = Cluster.objects.filter(teams__in=user.team_ids).values("district")
    return Q(**{f"{prefix}team_id__in": user.team_ids}) | Q(**{f"{prefix}district__in": districts})


class SeriesQuerySet(PeriodQuerySet):
    """Rhythms, also those that ended."""

    def visible_to(self, user: User) -> Self:
        """Scope: of the own team and its stadsdeel; of every stadsdeel for who works citywide."""
        if user.acting_role not in PLANNING_ROLES:
            return self.none()
        seen = of_whom(user)
        if user.acting_role in (Role.CITY_SOCIAL_TEAM, Role.CITY_HALL_TEAM):
            seen |= Q(kind=ConferenceKind.DISTRICT)
        return self.filter(seen)

    def not_over(self, day: date) -> Self:
        """Those that hold on ``day`` or later."""
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day))


class ConferenceSeries(PeriodModel):
    """One rhythm: from its first day on, every so many weeks, at one time and place (CT-1).

    The weekday is that of ``valid_from``; the last day of the period is the last on which there
    can be a meeting.
    """

    submission_key = models.UUIDField(unique=True, editable=False)
    kind = models.CharField("soort", max_length=8, choices=ConferenceKind.choices)
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    district = models.ForeignKey(District, models.PROTECT, null=True, related_name="+")
    weeks = models.PositiveSmallIntegerField("hoe vaak", choices=Rhythm.choices)
    starts_at = models.TimeField("begint om")
    minutes = models.PositiveSmallIntegerField("duurt")
    place = models.CharField("plaats", max_length=PLACE_LENGTH)
    chair = models.ForeignKey(User, models.PROTECT, related_name="+")
    on_closed_day = models.CharField(
        "op een dag dat we dicht zijn", max_length=4, choices=OnClosedDay.choices
    )
    made_at = models.DateTimeField("gemaakt op")
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField("versie", default=1)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        verbose_name = "reeks van overleggen"
        verbose_name_plural = "reeksen van overleggen"
        ordering = ["kind", "pk"]
        constraints = [
            period_constraint("series_period"),
            models.CheckConstraint(
                condition=Q(kind=ConferenceKind.TEAM, team__isnull=False, district__isnull=True)
                | Q(kind=ConferenceKind.DISTRICT, team__isnull=True, district__isnull=False),
                name="series_of_team_or_district",
            ),
            models.CheckConstraint(
                condition=Q(weeks__in=Rhythm.values)
                & Q(on_closed_day__in=OnClosedDay.values)
                & Q(minutes__range=(SHORTEST, LONGEST)),
                name="series_rhythm_possible",
            ),
        ]

    class Privacy:
        personal = ("chair", "made_by", "place")
        purpose = "Weten wanneer een overleg is en wie het leidt (KET-3, KET-7)"
        retention = "vijf jaar na het einde van de reeks"

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.team or self.district}"

    @property
    def weekday(self) -> str:
        """On which day of the week."""
        return WEEKDAYS[self.valid_from.weekday()]

    def days(self, first: date, last: date) -> list[date]:
        """The days of the rhythm from ``first`` up to and including ``last``."""
        step = timedelta(weeks=self.weeks)
        until = min(last, self.valid_until or last)
        behind = max((first - self.valid_from).days, 0)
        day = self.valid_from + step * -(-behind // step.days)
        found = []
        while day <= until:
            found.append(day)
            day += step
        return found

    def kept_by(self, user: User) -> bool:
        """Whether this is a manager of the team, or of a team in the stadsdeel; one query."""
        if user.acting_role != Role.TEAM_MANAGER:
            return False
        if self.team_id is not None:
            return self.team_id in user.team_ids
        return Cluster.objects.filter(district=self.district_id, teams__in=user.team_ids).exists()

    def teams(self, day: date) -> models.QuerySet[Team]:
        """The wijkteams whose meeting it is on this day."""
        rows = Team.objects.valid_on(day).filter(kind=TeamKind.WIJKTEAM)
        if self.team_id is not None:
            return rows.filter(pk=self.team_id)
        return rows.filter(cluster__district=self.district_id)

    def relations_to(self, user: User) -> frozenset[str]:
        """What ties an employee in scope to this rhythm."""
        return frozenset({CONFERENCE_KEEPER}) if self.kept_by(user) else frozenset()
