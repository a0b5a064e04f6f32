"""Zonder waarnemer: work of somebody who is away, that nobody does (WN-12); only reads.

Eight queries at most, however many people there are.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import QuerySet

from clusters.absence.models import Absence, DayHalf
from clusters.absence.presence import Presence, presence_of
from clusters.cover.along import work_of
from clusters.cover.chain import Chains, chains_of
from clusters.cover.people import covered_people
from clusters.people.models import Membership, User
from common.deadlines import ONE_DAY

BACK = timedelta(days=60)
"""How far is looked for the day on which somebody was there last; long enough for any norm."""


@dataclass(frozen=True)
class Missing:
    """Somebody who is away with work and without a deputy who is there."""

    person: User
    since: date
    until: date
    work: list[str]


def missing_for(user: User, today: date) -> list[Missing]:
    """Of the people this employee looks after, by name; oneself is not among them."""
    return missing_among(covered_people(user, today).exclude(pk=user.pk), today)


def missing_in_city(today: date) -> list[Missing]:
    """Of everybody with work in their own name."""
    works = Membership.objects.running(today).handling().values("user_id")
    return missing_among(User.objects.filter(pk__in=works), today)


def missing_among(people: QuerySet[User], today: date) -> list[Missing]:
    """Those of these people, away for longer than the norm in working days."""
    away = Absence.objects.counting().touching(today, today).filter(half=DayHalf.WHOLE)
    persons = list(people.filter(pk__in=away.values("employee")).order_by("last_name", "pk"))
    if not persons:
        return []
    known = presence_of([person.pk for person in persons], today - BACK, today)
    began = {person.pk: _since(known, person.pk, today) for person in persons}
    norm = settings.COVER_WARN_AFTER_DAYS
    late = [each for each in persons if _days_away(known, each.pk, began[each.pk], today) > norm]
    alone = _without_deputy(late, today)
    work = work_of([person.pk for person in alone])
    return [
        Missing(person, began[person.pk], _until(known, person.pk, today), work[person.pk])
        for person in alone
        if person.pk in work
    ]


def _since(known: Presence, person_id: int, today: date) -> date:
    """The first day away in a row; days on which they would not work do not break it."""
    day = first = today
    while day > today - BACK:
        if known.is_away(person_id, day):
            first = day
        elif _would_work(known, person_id, day):
            break
        day -= ONE_DAY
    return first


def _days_away(known: Presence, person_id: int, first: date, today: date) -> int:
    """How many working days that are, today included."""
    days = (first + number * ONE_DAY for number in range((today - first).days + 1))
    return sum(_would_work(known, person_id, day) for day in days)


def _would_work(known: Presence, person_id: int, day: date) -> bool:
    return known.calendar.is_working_day(day) and known.works_on(person_id, day)


def _until(known: Presence, person_id: int, today: date) -> date:
    return known.away_until(person_id, today) or today


def _without_deputy(people: list[User], today: date) -> list[User]:
    """Those of whom nobody in the chain is there today; four queries, none without people."""
    if not people:
        return []
    chains = chains_of(today, today)
    known = presence_of({each.deputy_id for each in chains.covers}, today, today)
    return [person for person in people if not _reaches(chains, known, person.pk, today)]


def _reaches(chains: Chains, known: Presence, person_id: int, today: date) -> bool:
    return any(not known.is_away(each, today) for each in chains.after(person_id, today))
