"""What the worker does with rhythms: meetings ahead, and none on a day that we are closed."""

from datetime import date, datetime

from django.db import transaction

from cases.conferences.carrying import carry_over, tell_moved
from cases.conferences.messages import cancelled_text, day_text, round_off_text
from cases.conferences.models import Conference, ConferenceSeries
from cases.conferences.planning import AHEAD, avoid_closed_day, plan_ahead
from cases.conferences.telling import tell_of_conference
from clusters.models import Membership, Role
from common.deadlines import local_day

AT_ONCE = 500


@transaction.atomic
def plan_conferences(*, at: datetime) -> int:
    """Make the meetings of the coming weeks; move or cancel those on a day that became closed.

    Rules: CT-2 (one per day of the rhythm; a second run, or a second worker, makes nothing), CT-3
        (as was chosen, and everybody who comes hears it), CT-16 (the points go along; who leads it
        hears once that it must be rounded off).
    Raises: nothing.
    Effects: meetings; notices; returns how many changed.
    """
    today = local_day(at)
    rows = ConferenceSeries.objects.not_over(today).select_related("chair")
    count = 0
    for series in rows.select_for_update(of=("self",), skip_locked=True).order_by("pk")[:AT_ONCE]:
        count += len(plan_ahead(series, today, at))
        count += _avoid_closed_days(series, today, at)
    return count + _remind(today, at)


def _remind(today: date, at: datetime) -> int:
    """A meeting whose day is over must be rounded off, or what was not reached waits for ever.

    Told once, to who leads it; to the managers when that colleague works there no more.
    """
    told = 0
    rows = Conference.objects.planned().filter(held_on__lt=today).for_list()
    for conference in rows.order_by("held_on", "pk")[:AT_ONCE]:
        teams = conference.series.teams(today)
        seats = Membership.objects.running(today).filter(team__in=teams)
        people = set(seats.filter(user=conference.chair_id).values_list("user_id", flat=True))
        if not people:
            managers = seats.filter(role=Role.TEAM_MANAGER)
            people = set(managers.values_list("user_id", flat=True))
        told += tell_of_conference(conference, people, round_off_text(conference), "over", at)
    return told


def _avoid_closed_days(series: ConferenceSeries, today: date, at: datetime) -> int:
    """Coming meetings on what is a holiday or a closing day by now."""
    rows = series.conferences.planned().filter(held_on__range=(today, today + AHEAD))
    locked = rows.for_list().select_for_update(of=("self",)).order_by("held_on", "pk")
    return sum(_avoid(conference, at) for conference in locked)


def _avoid(conference: Conference, at: datetime) -> bool:
    if not avoid_closed_day(conference, at):
        return False
    conference.version += 1
    conference.save(update_fields=["held_on", "begins_at", "state", "why", "ended_at", "version"])
    text = day_text(conference) if conference.is_planned else cancelled_text(conference)
    tell_of_conference(conference, {conference.chair_id}, text, "closed", at)
    if not conference.is_planned:
        carry_over(conference, at)
        return True
    for item in conference.items.waiting().select_for_update(of=("self",)):
        item.conference = conference
        item.version += 1
        item.save(update_fields=["version"])
        tell_moved(item, at)
    return True
