"""What Wie is wie says of the absence of people: registered there, since that room lies below."""

from collections.abc import Collection, Mapping
from datetime import date

from clusters.absence.models import DayHalf
from clusters.absence.presence import FURTHEST, Presence, presence_of
from clusters.people.availability import Availability, tells_availability
from common.dutch_dates import WEEKDAYS, day_month


@tells_availability
def availability_of(people: Collection[int], day: date) -> Mapping[int, Availability]:
    """For each of these people one phrase; never what somebody is away for (AF-12)."""
    known = presence_of(people, day, day + FURTHEST)
    return {person_id: _said(known, person_id, day) for person_id in people}


def _said(known: Presence, person_id: int, day: date) -> Availability:
    until = known.away_until(person_id, day)
    if until is not None:
        return Availability(False, f"Afwezig t/m {day_month(until)}", _back(known, person_id, day))
    if not known.calendar.is_working_day(day):
        return Availability(False, "Vandaag gesloten", _back(known, person_id, day))
    if not known.works_on(person_id, day):
        return Availability(False, "Werkt vandaag niet", _back(known, person_id, day))
    halves = known.halves_away(person_id, day)
    if halves:
        morning = DayHalf.MORNING.value in halves
        return Availability(True, f"{'Vanochtend' if morning else 'Vanmiddag'} afwezig")
    return Availability(True, "Aanwezig")


def _back(known: Presence, person_id: int, day: date) -> str:
    back = known.back_on(person_id, day)
    return "" if back is None else f"terug op {WEEKDAYS[back.weekday()]} {day_month(back)}"
