"""How old open advances are, and which part of what was lent came back; only reads (MB-29)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet, Sum

from budgets.ledger.models import Entry, EntryKind
from budgets.overview.classing import class_of
from budgets.overview.figures import Figure, list_of
from budgets.requests.models import BudgetRequest, Debtor
from budgets.requests.selecting import AGES, CHOSEN
from common.templatetags.screen import euro

Cells = list[Figure]
FROM_30 = 2
"""The first class that is thirty days late or more."""


@dataclass(frozen=True)
class Ageing:
    """A row per fund or sort of debtor, a column per class of lateness, and what they add up to."""

    lines: list[tuple[str, Cells, Figure]]
    totals: Cells
    whole: Figure

    @property
    def conclusion(self) -> str:
        """What the table says, in one sentence above it."""
        if not self.whole.count:
            return "Er staat geen voorschot open."
        late = sum(cell.cents for cell in self.totals[1:])
        old = sum(cell.cents for cell in self.totals[FROM_30:])
        return (
            f"Er staat {euro(self.whole.cents)} open. Daarvan is {euro(late)} te laat;"
            f" {euro(old)} al dertig dagen of meer."
        )


def ageing(rows: QuerySet[BudgetRequest], today: date) -> Ageing:
    """Open advances by fund and age; one query."""
    aged = rows.filter(CHOSEN["open"]).order_by().annotate(age=class_of("ouderdom", today))
    counted = aged.values_list("debtor", "fund__code", "fund__label", "age").annotate(
        Count("pk"), Sum("owed_cents")
    )
    table: dict[tuple[str, str], dict[int, tuple[int, int]]] = {}
    for debtor, code, label, age, count, cents in counted:
        key = (label or str(Debtor(debtor).label), code or debtor)
        table.setdefault(key, {})[age] = (count, cents)
    lines = [
        (label, [_cell(cells, age, van=code) for age in range(len(AGES))], _sum(cells, van=code))
        for (label, code), cells in sorted(table.items())
    ]
    return Ageing(lines, *_totals(table))


@dataclass(frozen=True)
class Repaid:
    """Of the advances paid from the pots of a year: what was lent, and what came of it."""

    year: int
    lent: Figure
    back: int
    open: Figure

    @property
    def lost(self) -> int:
        """What became a gift or was written off, in cents."""
        return self.lent.cents - self.back - self.open.cents

    @property
    def share(self) -> int | None:
        """How many of a hundred came back; None when nothing was lent."""
        return round(100 * self.back / self.lent.cents) if self.lent.cents else None

    @property
    def conclusion(self) -> str:
        """What it says, in one sentence."""
        if self.share is None:
            return f"In {self.year} is nog geen voorschot betaald."
        return f"Van wat in {self.year} is voorgeschoten, is {self.share}% terug."


def repaid(rows: QuerySet[BudgetRequest], year: int) -> Repaid:
    """Which part came back; two queries. What came back is what the ledger says."""
    lent = rows.filter(CHOSEN["voorschotten"], pot__year=year).order_by()
    sums = lent.aggregate(
        count=Count("pk"),
        paid=Sum("paid_cents", default=0),
        open=Count("pk", filter=CHOSEN["open"]),
        owed=Sum("owed_cents", default=0),
    )
    returned = Entry.objects.filter(kind=EntryKind.REPAY, reference__in=lent.values("uuid"))
    back = returned.aggregate(total=Sum("amount_cents", default=0))["total"]
    return Repaid(
        year,
        Figure(sums["count"], sums["paid"], list_of(selectie="voorschotten", jaar=year)),
        back,
        Figure(sums["open"], sums["owed"], list_of(selectie="open", jaar=year)),
    )


def _totals(
    table: dict[tuple[str, str], dict[int, tuple[int, int]]],
) -> tuple[Cells, Figure]:
    """The last row, and the number under everything."""
    summed: dict[int, tuple[int, int]] = {}
    for cells in table.values():
        for age, (count, cents) in cells.items():
            so_far = summed.get(age, (0, 0))
            summed[age] = (so_far[0] + count, so_far[1] + cents)
    return [_cell(summed, age) for age in range(len(AGES))], _sum(summed)


def _cell(cells: dict[int, tuple[int, int]], age: int, **choice: str) -> Figure:
    return Figure(*cells.get(age, (0, 0)), list_of(selectie="open", ouderdom=age, **choice))


def _sum(cells: dict[int, tuple[int, int]], **choice: str) -> Figure:
    count, cents = (sum(cell[part] for cell in cells.values()) for part in (0, 1))
    return Figure(count, cents, list_of(selectie="open", **choice))
