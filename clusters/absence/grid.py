"""The calendar as a table: people down, days across; only reads (AF-12, AF-13)."""

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from clusters.absence.models import AbsenceKind, DayHalf
from clusters.absence.presence import Presence, presence_of
from clusters.organisation.models import ClosingDay
from clusters.people.models import User
from common.deadlines import ONE_DAY, holidays_by_name
from common.dutch_dates import DAYS, MONTHS, day_month, full_date
from common.weeks import monday_of

WEEK, MONTH = "week", "maand"
SHORT = {
    AbsenceKind.HOLIDAY: "V",
    AbsenceKind.SICK: "Z",
    AbsenceKind.TRAINING: "O",
    AbsenceKind.RETURN_DAY: "T",
    AbsenceKind.OTHER: "A",
}
"""One letter per kind, for a month on one screen; the word stands beside it for who listens."""
SAID = {AbsenceKind.RETURN_DAY: "terugkomdag"}


@dataclass(frozen=True)
class Column:
    """One day, and why we are closed on it; empty when we are not."""

    day: date
    closed: str

    @property
    def short(self) -> str:
        """As the head of a narrow column: ma 7."""
        return _short(self.day)

    @property
    def named(self) -> str:
        """In full: ma 7 december 2026."""
        return full_date(self.day)


@dataclass(frozen=True)
class Cell:
    """One person on one day."""

    day: date
    word: str
    short: str
    tone: str

    @property
    def short_day(self) -> str:
        """Beside the word on a telephone: ma 7."""
        return _short(self.day)


@dataclass(frozen=True)
class Line:
    """One person across the days."""

    person: User
    cells: list[Cell]
    kept: bool


@dataclass(frozen=True)
class Grid:
    """The whole table."""

    columns: list[Column]
    lines: list[Line]
    counts: list[int]
    title: str

    @property
    def closed(self) -> list[Column]:
        """The days on which we are closed."""
        return [column for column in self.columns if column.closed]

    @property
    def totals(self) -> list[tuple[Column, int]]:
        """How many are there on each day."""
        return list(zip(self.columns, self.counts, strict=True))


def _short(day: date) -> str:
    return f"{DAYS[day.weekday()]} {day.day}"


def span_of(view: str, day: date) -> tuple[date, date, str]:
    """First and last day of the week or month of ``day``, and how it is called."""
    if view == MONTH:
        last = monthrange(day.year, day.month)[1]
        first = day.replace(day=1)
        return first, day.replace(day=last), f"{MONTHS[day.month - 1].capitalize()} {day.year}"
    monday = monday_of(day)
    sunday = monday + 6 * ONE_DAY
    return monday, sunday, f"Week van {day_month(monday)} {monday.year}"


def grid_of(people: Sequence[User], view: str, day: date, kept: Callable[[User], bool]) -> Grid:
    """The table; ``kept`` says of whom the kind is shown. Three queries."""
    first, last, title = span_of(view, day)
    known = presence_of([person.pk for person in people], first, last)
    columns = _columns(first, last, known)
    lines = [
        Line(person, [_cell(known, person, each, kept(person)) for each in columns], kept(person))
        for person in people
    ]
    counts = [sum(known.is_present(person.pk, each.day) for person in people) for each in columns]
    return Grid(columns, lines, counts, title)


def _columns(first: date, last: date, known: Presence) -> list[Column]:
    """The days of the week on which we are ever open, with the reason of a closed one."""
    chosen = dict(ClosingDay.objects.filter(date__range=(first, last)).values_list("date", "label"))
    days = [first + number * ONE_DAY for number in range((last - first).days + 1)]
    return [
        Column(day, _why_closed(day, chosen, known))
        for day in days
        if day.weekday() in known.calendar.hours
    ]


def _why_closed(day: date, chosen: dict[date, str], known: Presence) -> str:
    if known.calendar.is_working_day(day):
        return ""
    return chosen.get(day) or holidays_by_name(day.year).get(day, "gesloten")


def _cell(known: Presence, person: User, column: Column, kept: bool) -> Cell:
    """What stands there; somebody who does not lead the team reads only that they are away."""
    day = column.day
    if column.closed:
        return Cell(day, "gesloten", "×", "closed")
    halves = known.halves_away(person.pk, day)
    if not halves:
        works = known.works_on(person.pk, day)
        return Cell(day, "", "", "") if works else Cell(day, "werkt niet", "–", "closed")
    spells = known.spells_on(person.pk, day)
    kinds = [AbsenceKind(spell.kind) for spell in spells] if kept else []
    word = " en ".join(SAID.get(kind, kind.label.lower()) for kind in kinds) or "afwezig"
    short = "/".join(SHORT[kind] for kind in kinds) or "A"
    if len(halves) == 1:
        part = "ochtend" if DayHalf.MORNING.value in halves else "middag"
        return Cell(day, f"{part} {word}", f"½{short}", "half")
    return Cell(day, word, short, "away")
