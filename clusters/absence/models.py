"""Absence of employees and the days they work; never why, and no word about anybody (ORG-11)."""

import uuid
from datetime import date, datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from clusters.people.models import Membership, Role, User
from common.dutch_dates import WEEKDAYS, full_date
from common.periods import PeriodModel, PeriodQuerySet, period_constraint

RETENTION = timedelta(days=731)
"""How long an absence is kept after its last day (AF-17)."""
MONDAY_TO_FRIDAY = "01234"


class AbsenceKind(models.TextChoices):
    """What somebody is away for; seen by themselves and by who leads their team (AF-12)."""

    HOLIDAY = "holiday", "Vakantie"
    SICK = "sick", "Ziek"
    TRAINING = "training", "Opleiding"
    RETURN_DAY = "return_day", "Terugkomdag bij de moederorganisatie"
    OTHER = "other", "Overig"


class DayHalf(models.TextChoices):
    """The whole day or one half of it; a half only on a single day."""

    WHOLE = "whole", "Hele dag"
    MORNING = "morning", "Alleen de ochtend"
    AFTERNOON = "afternoon", "Alleen de middag"


class AbsenceQuerySet(models.QuerySet["Absence"]):
    """Absences."""

    def visible_to(self, user: User) -> Self:
        """One's own, and those of the people of the teams one leads (AF-12)."""
        own = Q(employee=user)
        if user.acting_role != Role.TEAM_MANAGER:
            return self.filter(own)
        running = Membership.objects.running(timezone.localdate())
        members = running.filter(team_id__in=user.team_ids)
        return self.filter(own | Q(employee__in=members.values("user_id")))

    def counting(self) -> Self:
        """Those that were not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)

    def touching(self, first: date, last: date) -> Self:
        """Those that share a day with the period."""
        return self.filter(first_day__lte=last, last_day__gte=first)

    def to_empty(self, at: datetime) -> Self:
        """Those whose time is over (AF-17)."""
        return self.filter(last_day__lt=timezone.localdate(at) - RETENTION)


class Absence(models.Model):
    """From one day to another an employee is away; what for is a kind from a list (AF-1).

    The database refuses two at once of one employee, on both engines (``overlap``); being ill may
    lie over something else (AF-3).
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    employee = models.ForeignKey(
        User, models.PROTECT, related_name="absences", verbose_name="medewerker"
    )
    kind = models.CharField("soort", max_length=10, choices=AbsenceKind.choices)
    first_day = models.DateField("eerste dag")
    last_day = models.DateField("laatste dag")
    half = models.CharField(
        "deel van de dag", max_length=9, choices=DayHalf.choices, default=DayHalf.WHOLE
    )
    entered_at = models.DateTimeField("ingevoerd op")
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField("ingetrokken op", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = "afwezigheid"
        verbose_name_plural = "afwezigheden"
        ordering = ["first_day", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=AbsenceKind.values), name="absence_kind_known"
            ),
            models.CheckConstraint(condition=Q(half__in=DayHalf.values), name="absence_half_known"),
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="absence_period"
            ),
            models.CheckConstraint(
                condition=Q(half=DayHalf.WHOLE) | Q(last_day=F("first_day")),
                name="absence_half_is_one_day",
            ),
        ]
        indexes = [
            models.Index(
                fields=["employee", "last_day"],
                condition=Q(withdrawn_at__isnull=True),
                name="absence_of_employee",
            ),
            models.Index(fields=["last_day"], name="absence_last_day"),
        ]

    class Privacy:
        personal = ("employee", "kind", "first_day", "last_day", "entered_by")
        purpose = "Weten wie er is, zodat werk niet blijft liggen (VER-1)"
        retention = "twee jaar na de laatste dag"

    def __str__(self) -> str:
        return f"afwezigheid {self.pk}"

    @property
    def period_text(self) -> str:
        """When, in words."""
        if self.half != DayHalf.WHOLE:
            return f"{full_date(self.first_day)}, {self.get_half_display().lower()}"
        if self.first_day == self.last_day:
            return full_date(self.first_day)
        return f"{full_date(self.first_day)} t/m {full_date(self.last_day)}"


class ChangeAct(models.TextChoices):
    """What happened to an absence."""

    ENTERED = "entered", "ingevoerd"
    CHANGED = "changed", "laatste dag gewijzigd"
    WITHDRAWN = "withdrawn", "ingetrokken"


class AbsenceChange(models.Model):
    """One thing that happened to an absence, and its last day from then on (AF-8)."""

    absence = models.ForeignKey(Absence, models.CASCADE, related_name="changes")
    act = models.CharField("wat", max_length=10, choices=ChangeAct.choices)
    last_day = models.DateField("laatste dag sindsdien")
    at = models.DateTimeField("op")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "wijziging van een afwezigheid"
        verbose_name_plural = "wijzigingen van afwezigheden"
        ordering = ["at", "pk"]

    class Privacy:
        personal = ("by", "last_day")
        purpose = "Kunnen nagaan wie een afwezigheid wijzigde"
        retention = "gelijk met de afwezigheid"

    def __str__(self) -> str:
        return f"{self.get_act_display()} {self.absence}"


class WorkPattern(PeriodModel):
    """The weekdays an employee works, from a day on; without one it is Monday to Friday (AF-10)."""

    employee = models.ForeignKey(
        User, models.PROTECT, related_name="work_patterns", verbose_name="medewerker"
    )
    weekdays = models.CharField("werkdagen", max_length=7)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = "werkdagen van een medewerker"
        verbose_name_plural = "werkdagen van medewerkers"
        ordering = ["employee", "valid_from"]
        constraints = [
            period_constraint("work_pattern_period"),
            models.CheckConstraint(condition=~Q(weekdays=""), name="work_pattern_has_a_day"),
            models.UniqueConstraint(
                fields=["employee", "valid_from"], name="work_pattern_once_a_day"
            ),
            models.UniqueConstraint(
                fields=["employee"],
                condition=Q(valid_until__isnull=True),
                name="work_pattern_one_open",
            ),
        ]

    class Privacy:
        personal = ("employee", "weekdays")
        purpose = "Weten op welke dagen iemand werkt (VER-1)"
        retention = "twee jaar na het einde"

    def __str__(self) -> str:
        return f"{self.employee}: {self.days_text}"

    @property
    def days_text(self) -> str:
        """The days in words."""
        return days_text(self.weekdays)


def days_text(weekdays: str) -> str:
    """Weekdays in words: maandag, dinsdag en donderdag."""
    names = [WEEKDAYS[int(number)] for number in weekdays]
    return " en ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
