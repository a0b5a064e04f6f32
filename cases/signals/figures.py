"""How many signals per wijk and quarter; counts for who may see numbers, only reads (SG-12)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count

from cases.signals.models import Signal, Worry, quarter_of
from cases.signals.models.selections import AGGREGATE_ROLES
from clusters.models import User

SMALLEST = 10
"""Who sees numbers only never sees a smaller one (security 3.2: G)."""
QUARTERS, MONTHS = 4, 12
QUARTER_LENGTH = MONTHS // QUARTERS


@dataclass(frozen=True)
class Cell:
    """One number; None when it is too small to show. ``query`` opens the list it counted."""

    label: str
    value: int | None
    query: str = ""


@dataclass(frozen=True)
class Line:
    """A wijk or a worry with its number per quarter."""

    name: str
    cells: list[Cell]


@dataclass(frozen=True)
class Trend:
    """Both tables; ``is_aggregate`` when small numbers are hidden and no list opens."""

    headings: list[str]
    places: list[Line]
    worries: list[Line]
    is_aggregate: bool

    @property
    def conclusion(self) -> str:
        """This quarter beside the one before; nothing where small numbers are hidden."""
        if self.is_aggregate:
            return ""
        now, before = (sum(line.cells[n].value or 0 for line in self.places) for n in (-1, -2))
        signals = "1 signaal" if now == 1 else f"{now} signalen"
        return f"Dit kwartaal {signals}, vorig kwartaal {before}."


def last_quarters(day: date) -> list[str]:
    """The quarter of a day and the three before it, oldest first."""
    months = [day.year * MONTHS + day.month - 1 - n * QUARTER_LENGTH for n in range(QUARTERS)]
    return [quarter_of(date(month // MONTHS, month % MONTHS + 1, 1)) for month in months[::-1]]


def label_of(quarter: str) -> str:
    """ "2026-4" as people say it."""
    year, _, number = quarter.partition("-")
    return f"{number}e kw. {year}"


def trend(user: User, day: date) -> Trend:
    """Signals of the last four quarters; two queries."""
    quarters = last_quarters(day)
    rows = Signal.objects.counted_for(user).filter(quarter__in=quarters).order_by()
    hides = user.acting_role in AGGREGATE_ROLES
    by_place = _counted(rows, "neighbourhood__name", "neighbourhood__code")
    places = [
        Line(name, _cells(found, quarters, hides, "" if hides else code))
        for (name, code), found in sorted(by_place.items())
    ]
    by_worry = {} if hides else _counted(rows, "worry")
    worries = [
        Line(worry.label, _cells(by_worry[worry.value,], quarters, hides, ""))
        for worry in Worry
        if (worry.value,) in by_worry
    ]
    return Trend([label_of(each) for each in quarters], places, worries, hides)


def _counted(rows: Any, *names: str) -> dict[tuple[str, ...], dict[str, int]]:
    """Per key how many in each quarter."""
    found: dict[tuple[str, ...], dict[str, int]] = {}
    for *key, quarter, count in rows.values_list(*names, "quarter").annotate(count=Count("pk")):
        found.setdefault(tuple(key), {})[quarter] = count
    return found


def _cells(found: dict[str, int], quarters: list[str], hides: bool, code: str) -> list[Cell]:
    return [_cell(quarter, found.get(quarter, 0), hides, code) for quarter in quarters]


def _cell(quarter: str, count: int, hides: bool, code: str) -> Cell:
    """A small number is hidden, and so is none at all: that says as much."""
    if hides and count < SMALLEST:
        return Cell(label_of(quarter), None)
    query = f"?selectie=alle&wijk={code}&kwartaal={quarter}" if code and count else ""
    return Cell(label_of(quarter), count, query)
