"""Who is vraagbaak now, and when the next one comes (TEL-6)."""

from datetime import datetime, timedelta

from django.utils import timezone

from cases.helpdesk.models import DayPart, DutyShift, day_part_of
from clusters.models import User, working_calendar

AHEAD = timedelta(days=28)


def on_duty_now(at: datetime) -> list[User]:
    """The people who are vraagbaak in this dagdeel, in the order of their names; one query."""
    rows = DutyShift.objects.on_duty(at).select_related("person")
    return [row.person for row in rows.order_by("person__last_name", "person__first_name", "pk")]


def next_duty(at: datetime) -> DutyShift | None:
    """The first dagdeel after this one in which somebody is vraagbaak; None within four weeks."""
    day = timezone.localdate(at)
    rows = DutyShift.objects.held().filter(day__lte=day + AHEAD)
    if day_part_of(at) == DayPart.AFTERNOON:
        rows = rows.filter(day__gt=day)
    else:
        rows = rows.filter(day__gte=day).exclude(day=day, part=DayPart.MORNING)
    is_open = working_calendar().is_working_day
    return next((row for row in rows.order_by("day", "-part", "pk") if is_open(row.day)), None)
