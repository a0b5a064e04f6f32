"""The figures of the overview, each with the choice that opens its list; only reads."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, QuerySet, Sum, Value
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

    Each counted by itself, so that each is read from an index of those that still run.
    ``also`` is what else the list must choose, when the rows were chosen by it.
    """
    kinds = {
        "besluit": ("Te beslissen", "amount_cents"),
        "gereserveerd": ("Te betalen", "amount_cents"),
        "open": ("Open voorschotten", "owed_cents"),
    }
    first, *others = (_counted(rows, code, column) for code, (_, column) in kinds.items())
    counted = first.union(*others, all=True)
    found = {code: (count, cents or 0) for code, count, cents in counted}
    return [
        (label, Figure(*found.get(code, (0, 0)), list_of(selectie=code, **also)))
        for code, (label, _) in kinds.items()
    ]


def _counted(rows: QuerySet[BudgetRequest], code: str, column: str) -> QuerySet[Any, Any]:
    """How many of the list ``code``, and what their ``column`` adds up to."""
    named = rows.filter(CHOSEN[code]).order_by().annotate(chosen=Value(code)).values("chosen")
    return named.annotate(n=Count("*"), cents=Sum(column)).values_list("chosen", "n", "cents")


def list_of(**choice: Any) -> str:
    """The address of the list of these requests."""
    return f"{reverse('budget-list')}?{urlencode(choice)}"
