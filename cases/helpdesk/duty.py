"""Who is vraagbaak now, and when the next one comes (TEL-6)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from cases.helpdesk.models import DayPart, DutyShift, day_part_of
from clusters.models import User, working_calendar

AHEAD = timedelta(days=28)


def on_duty_now(at: datetime) -> list[User]:
    """The people who are vraagbaak in this dagdeel, in the order of their names; one query."""
    rows = DutyShift.objects.on_duty(at).select_related("person")
    return [row.person for row in rows.order_by("person__last_name", "person__first_name", "pk")]


def duty_at(at: datetime) -> tuple[list[User], DutyShift | None]:
    """Who is vraagbaak now, and when nobody is, the next dagdeel with somebody; one query."""
    day, now = timezone.localdate(at), day_part_of(at)
    shifts = list(_coming(at).select_related("person"))
    people = [row.person for row in shifts if (row.day, row.part) == (day, now)]
    people.sort(key=lambda person: (person.last_name, person.first_name, person.pk))
    later = (row for row in shifts if (row.day, row.part) != (day, now))
    return people, None if people else _first_open(later)


def next_duty(at: datetime) -> DutyShift | None:
    """The first dagdeel after this one in which somebody is vraagbaak; None within four weeks."""
    return _first_open(_coming(at).exclude(day=timezone.localdate(at), part=day_part_of(at)))


def _coming(at: datetime) -> QuerySet[DutyShift]:
    """From this dagdeel on, four weeks ahead, in their order."""
    day = timezone.localdate(at)
    rows = DutyShift.objects.held().filter(day__gte=day, day__lte=day + AHEAD)
    if day_part_of(at) == DayPart.AFTERNOON:
        rows = rows.exclude(day=day, part=DayPart.MORNING)
    return rows.order_by("day", "-part", "pk")


def _first_open(shifts: Iterable[DutyShift]) -> DutyShift | None:
    """The first on a day that we are open."""
    is_open = working_calendar().is_working_day
    return next((row for row in shifts if is_open(row.day)), None)
