"""The figures and the journal as sheets of a workbook; only reads, and nobody's name (M14)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from budgets.ledger.journal import COLUMNS, lines_for
from budgets.overview.ageing import Ageing, ageing, repaid
from budgets.overview.figures import pots_of
from budgets.overview.spending import Chart, Spending
from budgets.requests.models import BudgetRequest
from budgets.requests.selecting import AGES
from clusters.models import User
from common.spreadsheets import Cell, Sheet, euros

MOST_LINES = 50_000
"""More entries than this do not fit in a workbook that is made while one waits."""
AMOUNT = COLUMNS.index("bedrag")
POT = ("pot", "toegekend", "beschikbaar", "gereserveerd", "uitgegeven", "komt nog terug")


def figure_sheets(user: User, year: int, today: date) -> list[Sheet]:
    """Pots, open advances, what came back, and a sheet per chart."""
    rows = BudgetRequest.objects.visible_to(user)
    spent = Spending(rows, year, today)
    back = repaid(rows, year)
    came = ("voorgeschoten", "terug", "staat open", "gift of afgeboekt")
    amounts = (back.lent.cents, back.back, back.open.cents, back.lost)
    return [
        Sheet("potten", POT, _pots(user, year)),
        Sheet("open voorschotten", ("van", "ouderdom", "aantal", "bedrag"), _aged(rows, today)),
        Sheet("terugbetaald", ("wat", "bedrag"), zip(came, map(euros, amounts), strict=True)),
        *(_charted(chart) for chart in spent.charts()),
    ]


def journal_sheet(user: User) -> Sheet:
    """The entries, as in the file with commas; amounts are numbers here."""
    return Sheet("boekingen", COLUMNS, _entries(user))


def _pots(user: User, year: int) -> Iterator[tuple[Cell, ...]]:
    for pot, balance in pots_of(user, year):
        parts = (balance.granted, balance.available, balance.reserved, balance.paid)
        yield (str(pot), *map(euros, (*parts, balance.receivable)))


def _aged(rows: QuerySet[BudgetRequest], today: date) -> Iterator[tuple[Cell, ...]]:
    found: Ageing = ageing(rows, today)
    for label, cells, _ in found.lines:
        for age, cell in zip(AGES, cells, strict=True):
            if cell.count:
                yield (label, age, cell.count, euros(cell.cents))


def _charted(chart: Chart) -> Sheet:
    rows = [(bar.label, bar.figure.count, euros(bar.figure.cents)) for bar in chart.bars]
    return Sheet(chart.code, (chart.column.lower(), "aantal", "bedrag"), rows)


def _entries(user: User) -> Iterator[tuple[Cell, ...]]:
    for line in lines_for(user):
        cells: list[Cell] = list(line)
        cells[AMOUNT] = Decimal(line[AMOUNT].replace(",", "."))
        yield tuple(cells)
