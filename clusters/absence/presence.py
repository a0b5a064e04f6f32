"""Who is there on which day: the one place that knows, asked wherever work is handed out (AF-11).

Two queries however many people and days are asked; it only reads. What it says of somebody else
is that they are away and until when, never what for.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from clusters.absence.models import MONDAY_TO_FRIDAY, Absence, DayHalf, WorkPattern
from clusters.organisation.models import working_calendar
from common.deadlines import ONE_DAY, WorkCalendar

FURTHEST = timedelta(days=370)
"""How far is looked for the day on which somebody is back."""
HALVES = frozenset({DayHalf.MORNING.value, DayHalf.AFTERNOON.value})


@dataclass(frozen=True)
class Spell:
    """One absence as presence knows it."""

    kind: str
    first_day: date
    last_day: date
    half: str

    def covers(self, day: date) -> bool:
        """Whether it holds on ``day``."""
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True)
class Presence:
    """Absences and working days of some people, in memory."""

    spells: dict[int, list[Spell]]
    patterns: dict[int, list[tuple[date, date | None, str]]]
    calendar: WorkCalendar
    cache: dict[tuple[int, date], frozenset[str]] = field(default_factory=dict)

    def spells_on(self, person_id: int, day: date) -> list[Spell]:
        """What somebody is away for on ``day``."""
        return [spell for spell in self.spells.get(person_id, []) if spell.covers(day)]

    def halves_away(self, person_id: int, day: date) -> frozenset[str]:
        """Which halves of ``day`` somebody is away."""
        key = (person_id, day)
        if key not in self.cache:
            found = {spell.half for spell in self.spells_on(person_id, day)}
            self.cache[key] = HALVES if DayHalf.WHOLE.value in found else frozenset(found)
        return self.cache[key]

    def is_away(self, person_id: int, day: date) -> bool:
        """Whether somebody is away the whole of ``day``."""
        return self.halves_away(person_id, day) == HALVES

    def works_on(self, person_id: int, day: date) -> bool:
        """Whether ``day`` is one of their working days, were they not away."""
        return str(day.weekday()) in self._weekdays(person_id, day)

    def is_present(self, person_id: int, day: date) -> bool:
        """Whether somebody is there, at least half of ``day``."""
        return (
            self.calendar.is_working_day(day)
            and self.works_on(person_id, day)
            and not self.is_away(person_id, day)
        )

    def away_until(self, person_id: int, day: date) -> date | None:
        """The last day of the absence of the whole of ``day``; None when there is none."""
        if not self.is_away(person_id, day):
            return None
        return max(spell.last_day for spell in self.spells_on(person_id, day))

    def back_on(self, person_id: int, day: date) -> date | None:
        """The first day after ``day`` on which somebody is there; None when that is far away."""
        days = (day + number * ONE_DAY for number in range(1, FURTHEST.days))
        return next((each for each in days if self.is_present(person_id, each)), None)

    def _weekdays(self, person_id: int, day: date) -> str:
        for first, last, weekdays in self.patterns.get(person_id, []):
            if first <= day and (last is None or day <= last):
                return weekdays
        return MONDAY_TO_FRIDAY


def presence_of(people: Collection[int], first: date, last: date) -> Presence:
    """Everything about these people from ``first`` to ``last``; two queries."""
    patterns: dict[int, list[tuple[date, date | None, str]]] = defaultdict(list)
    rows = WorkPattern.objects.filter(employee__in=people, valid_from__lte=last)
    facts = rows.values_list("employee_id", "valid_from", "valid_until", "weekdays")
    for person_id, begin, end, weekdays in facts:
        patterns[person_id].append((begin, end, weekdays))
    return Presence(absences_of(people, first, last), patterns, working_calendar())


def absences_of(people: Collection[int], first: date, last: date) -> dict[int, list[Spell]]:
    """The absences of these people that touch the period, by person; one query."""
    found: dict[int, list[Spell]] = defaultdict(list)
    rows = Absence.objects.counting().touching(first, last).filter(employee__in=people)
    facts = rows.values_list("employee_id", "kind", "first_day", "last_day", "half")
    for person_id, kind, begin, end, half in facts:
        found[person_id].append(Spell(kind, begin, end, half))
    return found


def present(people: Iterable[int], day: date) -> frozenset[int]:
    """Those of these people who are there on ``day``; two queries."""
    asked = list(people)
    known = presence_of(asked, day, day)
    return frozenset(each for each in asked if known.is_present(each, day))
