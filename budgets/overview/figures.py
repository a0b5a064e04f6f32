"""The figures of the overview, each with the choice that opens its list; only reads."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Case, Count, F, IntegerField, QuerySet, Sum, Value, When
from django.urls import reverse

from budgets.ledger.balances import Balance, balance_in, summed
from budgets.ledger.models import Pot
from budgets.requests.models import BudgetRequest, Debtor
from budgets.requests.selecting import AGES, CHOSEN, of_age
from clusters.models import User


@dataclass(frozen=True)
class Figure:
    """A number of requests, their amount in cents, and the address of the list of them."""

    count: int
    cents: int
    url: str


def pots_of(user: User, year: int) -> list[tuple[Pot, Balance]]:
    """The pots of a year with their balance; one query."""
    rows = Pot.objects.visible_to(user).filter(year=year).select_related("cluster")
    return [(pot, balance_in(pot)) for pot in summed(rows)]


def commitments(rows: QuerySet[BudgetRequest], **also: Any) -> list[tuple[str, Figure]]:
    """What waits for a decision, what waits to be paid, and what must come back; one query.

    ``also`` is what else the list must choose, when the rows were chosen by it.
    """
    kinds = (
        ("Te beslissen", "besluit", "amount_cents"),
        ("Te betalen", "gereserveerd", "amount_cents"),
        ("Open voorschotten", "open", "owed_cents"),
    )
    asked: dict[str, Any] = {}
    for _, code, column in kinds:
        asked[f"{code}_n"] = Count("pk", filter=CHOSEN[code])
        asked[f"{code}_c"] = Sum(column, filter=CHOSEN[code])
    found = rows.order_by().aggregate(**asked)
    return [
        (label, Figure(found[f"{code}_n"], found[f"{code}_c"] or 0, _list(selectie=code, **also)))
        for label, code, _ in kinds
    ]


def ageing(rows: QuerySet[BudgetRequest], today: date) -> list[tuple[str, list[Figure]]]:
    """Open advances: a row per fund or sort of debtor, a column per class of lateness."""
    classes = [When(of_age(number, today), then=Value(number)) for number in range(len(AGES))]
    aged = rows.filter(CHOSEN["open"]).order_by()
    aged = aged.annotate(age=Case(*classes, default=Value(0), output_field=IntegerField()))
    counted = aged.values_list("debtor", "fund__code", "fund__label", "age").annotate(
        Count("pk"), Sum("owed_cents")
    )
    table: dict[tuple[str, str], dict[int, tuple[int, int]]] = {}
    for debtor, code, label, age, count, cents in counted:
        key = (label or str(Debtor(debtor).label), code or debtor)
        table.setdefault(key, {})[age] = (count, cents)
    return [
        (label, [_cell(code, age, cells.get(age, (0, 0))) for age in range(len(AGES))])
        for (label, code), cells in sorted(table.items())
    ]


def spending(
    rows: QuerySet[BudgetRequest], year: int, column: str, name: str, **also: Any
) -> list[tuple[str, Figure]]:
    """What was paid from the pots of a year, per purpose or per cluster; one query."""
    paid = rows.filter(CHOSEN["betaald"], pot__year=year).order_by()
    label = {"doel": "label", "cluster": "name"}[name]
    counted = (
        paid.annotate(code=F(f"{column}__code"), label=F(f"{column}__{label}"))
        .values_list("code", "label")
        .annotate(Count("pk"), Sum("paid_cents"))
    )
    return [
        (label, Figure(count, cents, _list(selectie="betaald", jaar=year, **{name: code}, **also)))
        for code, label, count, cents in sorted(counted, key=lambda row: -row[3])
        if code
    ]


def _cell(code: str, age: int, found: tuple[int, int]) -> Figure:
    return Figure(*found, _list(selectie="open", van=code, ouderdom=age))


def _list(**choice: Any) -> str:
    return f"{reverse('budget-list')}?{urlencode(choice)}"
