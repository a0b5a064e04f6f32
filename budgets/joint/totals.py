"""The joint budget for who sees totals only; only reads (GJ-9, security 3.2: G, T8)."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count
from django.db.models.functions import ExtractQuarter

from budgets.joint.comparing import HUNDREDTHS, Comparison, Sum
from budgets.joint.known import DOES_NOT_COUNT, SOLVED, Facts, in_classes
from budgets.joint.models import JointBudget, PlannedLine
from budgets.overview.quarters import finished_quarters
from budgets.overview.small_cells import batches, hidden, hides_total
from cases.dossiers.models import HelpRequest
from common.deadlines import AMSTERDAM
from common.weeks import midnight

UNKNOWN = Facts(None, {}, {}, {})
"""Nothing beside the lines: this page compares nothing with people."""


@dataclass(frozen=True)
class Cell:
    """A total by name; without an amount when it could lead to a person."""

    name: str
    cents: int | None
    fte: str = ""
    share: int | None = None


class Totals:
    """The sums of one adopted budget."""

    def __init__(self, budget: JointBudget) -> None:
        versions = PlannedLine.objects.filter(budget=budget).for_list()
        compared = Comparison(budget, versions, UNKNOWN)
        tables = (compared.per_partner(), compared.per_kind(), compared.per_support())
        self.per_partner, self.per_kind, support = (cells(rows) for rows in tables)
        shares = compared.shares()
        self.per_support = [
            replace(cell, share=None if cell.cents is None else shares[cell.name])
            for cell in support
        ]
        is_whole = not any(hides_total(people_of(rows)) for rows in tables)
        self.total = compared.total if is_whole else None


def people_of(rows: Sequence[Sum]) -> dict[str, int]:
    """How many people each row is at least about: one fte is one person or more."""
    return {row.name: -(-row.fte // HUNDREDTHS) for row in rows}


def cells(rows: Sequence[Sum]) -> list[Cell]:
    """The rows, without the amounts that cannot be shown."""
    unseen = hidden(people_of(rows))
    return [
        Cell(row.name, None) if row.name in unseen else Cell(row.name, row.cents, row.fte_written)
        for row in rows
    ]


def solved(year: int, today: date) -> list[tuple[str, int | None]]:
    """How many questions ended how, in the quarters of a year that are over; one query."""
    quarters = finished_quarters(year, today)
    if not quarters:
        return []
    rows = HelpRequest.objects.filter(
        ended_at__gte=midnight(quarters[0].first), ended_at__lt=midnight(quarters[-1].after)
    )
    rows = rows.exclude(outcome__in=sorted(DOES_NOT_COUNT)).order_by()
    quarter = ExtractQuarter("ended_at", tzinfo=AMSTERDAM)
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for number, outcome, count in (
        rows.annotate(quarter=quarter).values_list("quarter", "outcome").annotate(Count("pk"))
    ):
        found[number][outcome] = count
    per_quarter = [in_classes(found[each.number]) for each in quarters]
    return [(name, _shown([each[name] for each in per_quarter])) for name in SOLVED]


def _shown(counts: Sequence[int]) -> int | None:
    """What is shown of counts per quarter, oldest first; None when it is too little."""
    size: Callable[[Sequence[int]], int] = sum
    shown = [sum(batch) for batch in batches(counts, size) if batch is not None]
    return sum(shown) if shown else None
