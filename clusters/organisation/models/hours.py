"""When the service works, as data: opening hours per weekday and days that differ (design 6)."""

from datetime import date

from django.core.cache import cache
from django.db import models
from django.db.models import F, Q

from common.deadlines import WorkCalendar

CALENDAR_KEY = "working-calendar"
CALENDAR_SECONDS = 60

WEEKDAYS = [
    (0, "maandag"),
    (1, "dinsdag"),
    (2, "woensdag"),
    (3, "donderdag"),
    (4, "vrijdag"),
    (5, "zaterdag"),
    (6, "zondag"),
]


class OpeningHours(models.Model):
    """On this weekday the service works from ``opens`` to ``closes``; no row means closed."""

    weekday = models.PositiveSmallIntegerField("weekdag", choices=WEEKDAYS, unique=True)
    opens = models.TimeField("open vanaf")
    closes = models.TimeField("open tot")

    class Meta:
        verbose_name = "openingstijd"
        verbose_name_plural = "openingstijden"
        ordering = ["weekday"]
        constraints = [
            models.CheckConstraint(condition=Q(closes__gt=F("opens")), name="opening_hours_order"),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"


class ClosingDay(models.Model):
    """A date that differs from the legal list: closed by decree or choice, or open after all.

    Only a day by royal decree moves a legal term (Algemene termijnenwet art. 3 lid 3), whether we
    are open on it or not; a day we chose ourselves never does.
    """

    date = models.DateField("datum", unique=True)
    label = models.CharField("reden", max_length=80)
    is_closed = models.BooleanField("gesloten", default=True)
    by_decree = models.BooleanField(
        "bij koninklijk besluit",
        default=False,
        help_text=(
            "Een wettelijke termijn die op deze dag eindigt, loopt door tot en met de volgende dag "
            "die geen weekend of feestdag is. Vink dit niet aan als u zelf koos om dicht te zijn."
        ),
    )

    class Meta:
        verbose_name = "sluitingsdag"
        verbose_name_plural = "sluitingsdagen"
        ordering = ["date"]

    def __str__(self) -> str:
        return f"{self.date:%d-%m-%Y} {self.label}"


def working_calendar() -> WorkCalendar:
    """The calendar of the service norms; two queries a minute per process at most."""
    calendar: WorkCalendar | None = cache.get(CALENDAR_KEY)
    if calendar is None:
        calendar = WorkCalendar(
            hours={row.weekday: (row.opens, row.closes) for row in OpeningHours.objects.all()},
            exceptions=dict(ClosingDay.objects.values_list("date", "is_closed")),
        )
        cache.set(CALENDAR_KEY, calendar, CALENDAR_SECONDS)
    return calendar


def decree_days() -> frozenset[date]:
    """The days by royal decree that legal terms pass over (Algemene termijnenwet art. 3 lid 3)."""
    return frozenset(ClosingDay.objects.filter(by_decree=True).values_list("date", flat=True))
