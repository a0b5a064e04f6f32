"""The figures of the overview, each with the choice that opens its list; only reads."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, QuerySet, Sum
from django.urls import reverse

from budgets.ledger.balances import Balance, balance_in, summed
from budgets.ledger.models import Pot
from budgets.requests.models import BudgetRequest
from budgets.requests.selecting import CHOSEN
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
        (label, Figure(found[f"{code}_n"], found[f"{code}_c"] or 0, list_of(selectie=code, **also)))
        for label, code, _ in kinds
    ]


def list_of(**choice: Any) -> str:
    """The address of the list of these requests."""
    return f"{reverse('budget-list')}?{urlencode(choice)}"
