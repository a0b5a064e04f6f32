"""Absence in the test city: now, to come, withdrawn, over, part-time, very long; and a gap."""

import uuid
from datetime import timedelta

from django.utils import timezone

from clusters.absence.services import enter_absence, set_work_pattern, withdraw_absence
from clusters.models import Absence, SpecialismPeriod, User
from tests.factories import MembershipFactory, SpecialismPeriodFactory
from tests.factories.absence import away
from tests.journeys.city import LONG_NAME, City

DAY = timedelta(days=1)


def furnish(city: City) -> None:
    """In the team of the city; ``city.things`` knows them by name."""
    me, manager = city.people["handler"], city.people["team_manager"]
    today = timezone.localdate()
    away(me, today - 20 * DAY, today - 16 * DAY, kind="training")
    _enter(me, manager, "sick", 0, 1)
    city.things["absence-coming"] = _enter(me, me, "holiday", 9, 11).pk
    gone = _enter(me, me, "return_day", 30, 0)
    withdraw_absence(absence_id=gone.pk, version=1, by=me)
    _enter(city.people["team_worker"], manager, "holiday", 0, 4)
    _enter(city.people["team_worker"], manager, "return_day", 8, 0, half="morning")
    set_work_pattern(employee_id=me.pk, weekdays="0124", valid_from=today, by=manager)
    _long(city)


def _long(city: City) -> None:
    """Somebody with a very long name, and with the one specialism that goes missing."""
    person = MembershipFactory(
        team=city.team, user__first_name="Wil", user__last_name=LONG_NAME
    ).user
    known = SpecialismPeriod.objects.order_by("pk").first()
    own = {"specialism": known.specialism} if known is not None else {}
    SpecialismPeriodFactory(user=person, **own)
    SpecialismPeriodFactory(user=person)
    _enter(person, city.people["team_manager"], "other", 0, 17)


def _enter(
    person: User, by: User, kind: str, days: int, longer: int, half: str = "whole"
) -> Absence:
    first = timezone.localdate() + days * DAY
    return enter_absence(
        submission_key=uuid.uuid4(),
        employee_id=person.pk,
        kind=kind,
        first_day=first,
        last_day=first + longer * DAY,
        half=half,
        by=by,
    )
