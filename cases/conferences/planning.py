"""Days of a rhythm, what becomes of one that we are closed on, and the next meeting (CT-2, CT-3).

Inside an act: the series or the meeting is locked by who calls.
"""

from datetime import date, datetime, timedelta

from cases.conferences.lifecycle import CONFERENCE_LIFECYCLE
from cases.conferences.models import Conference, ConferenceSeries, OnClosedDay
from clusters.models import ClosingDay, working_calendar
from common.deadlines import holidays_by_name

AHEAD = timedelta(weeks=10)
CLOSED = "we zijn dicht"


def why_closed(day: date) -> str:
    """The holiday or the closing day of a date, in words; empty on a working day."""
    if working_calendar().is_working_day(day):
        return ""
    label = ClosingDay.objects.filter(date=day, is_closed=True).values_list("label", flat=True)
    return label.first() or holidays_by_name(day.year).get(day, CLOSED)


def made(series: ConferenceSeries, day: date, at: datetime) -> Conference:
    """The meeting of a day of the rhythm, on that day or as was chosen for a closed one."""
    conference = Conference(series=series, planned_on=day, chair=series.chair, place=series.place)
    conference.plan(day, series.starts_at)
    conference.minutes = series.minutes
    avoid_closed_day(conference, at)
    conference.save(force_insert=True)
    return conference


def avoid_closed_day(conference: Conference, at: datetime) -> bool:
    """Move it or let it not take place, when its day is one that we are closed on (CT-3).

    The caller saves the row; False when nothing needed to change.
    """
    why = why_closed(conference.held_on)
    if not why:
        return False
    conference.why = why
    if conference.series.on_closed_day == OnClosedDay.MOVE:
        day = working_calendar().next_working_day(conference.held_on)
        conference.plan(day, conference.starts_at)
    else:
        conference.state = CONFERENCE_LIFECYCLE.target("cancel", conference.state)
        conference.ended_at = at
    return True


def plan_ahead(series: ConferenceSeries, today: date, at: datetime) -> list[Conference]:
    """Make what the rhythm still lacks in the coming weeks; a second time there is nothing."""
    known = set(series.conferences.values_list("planned_on", flat=True))
    days = series.days(max(today, series.valid_from), today + AHEAD)
    return [made(series, day, at) for day in days if day not in known]


def next_after(conference: Conference, today: date) -> Conference | None:
    """The first meeting of the series that can take what this one leaves; one query, locked."""
    rows = Conference.objects.planned().filter(series=conference.series_id)
    rows = rows.exclude(pk=conference.pk).filter(held_on__gte=max(today, conference.held_on))
    return rows.for_list().select_for_update(of=("self",)).order_by("held_on", "pk").first()
