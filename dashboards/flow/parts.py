"""What a part of the dashboard consists of; ``dashboards/flow/_part.html`` shows it."""

from dataclasses import dataclass, field
from typing import Any

from common.charts import Chart
from dashboards.desk_figures import percentage
from dashboards.figures import Line

Tabs = tuple[str, list[dict[str, object]]]


@dataclass(frozen=True)
class Part:
    """A heading, a sentence that says it all, charts with their tables, and what they mean.

    ``tabs`` are choices with their name; ``lines`` a table of figures under ``headings``.
    """

    code: str
    title: str
    conclusion: str
    charts: list[Chart]
    notes: tuple[str, ...]
    tabs: tuple[Tabs, ...] = ()
    headings: tuple[str, ...] = ()
    lines: list[Line] = field(default_factory=list)
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Row:
    """A row of a list behind a number: which, of which team, when, and with whom."""

    reference: str
    url: str
    team: Any
    day: Any
    who: Any


def share(part: int, whole: int) -> int:
    """In whole percents, half up; nought of nothing."""
    return percentage(part, whole) or 0


def count(number: int, one: str, more: str) -> str:
    """A number with its word."""
    return f"{number} {one if number == 1 else more}"
