"""Whether a year can be closed, and what that comes to per pot; only reads (GB-21, GB-22)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from budgets.ledger.balances import Balance, balances_from, pot_after
from budgets.ledger.models import Pot, PotPurpose, PotTotal
from budgets.requests.lifecycle import UNSETTLED, RequestState
from budgets.requests.models import BudgetRequest

COUNTS = {
    "waiting": Q(state=RequestState.WAITING),
    "approved": Q(state=RequestState.APPROVED),
    "owed": Q(advance__in=UNSETTLED),
}


@dataclass(frozen=True)
class Closable:
    """One pot: what is in it, where that goes, and how many requests go along."""

    pot: Pot
    target: Pot | None
    balance: Balance
    waiting: int
    approved: int
    owed: int


@dataclass(frozen=True)
class Prospect:
    """What closing comes to. ``obstacle`` is why it cannot be now.

    ``shown`` is how many entries these pots have: another number as soon as the figures are others.
    """

    pots: Sequence[Closable]
    obstacle: str
    lacks_pot: bool
    shown: int

    @property
    def available(self) -> int:
        """What nobody asked for, in cents."""
        return sum(each.balance.available for each in self.pots)


def open_pots(year: int, purpose: str) -> list[Pot]:
    """Those that closing is about."""
    rows = Pot.objects.open().filter(year=year, purpose=PotPurpose(purpose))
    return list(rows.select_related("cluster").order_by("pk"))


def prospect_of(year: int, purpose: str, today: date) -> Prospect:
    """What closing would do now; three queries for one pot and for ten."""
    rows = Pot.objects.open().filter(year__lte=year + 1, purpose=PotPurpose(purpose))
    there = list(rows.select_related("cluster").order_by("pk"))
    pots = [pot for pot in there if pot.year == year]
    after = {pot.cluster_id: pot for pot in there if pot.year > year}
    totals = list(PotTotal.objects.filter(pot__in=pots))
    balances, counts = balances_from(pots, totals), _counts(pots)
    found = [
        Closable(
            pot,
            after.get(pot.cluster_id, after.get(None)),
            balances[pot.pk],
            *(counts.get(pot.pk, {}).get(name, 0) for name in COUNTS),
        )
        for pot in pots
    ]
    earlier = min((pot.year for pot in there if pot.year < year), default=None)
    obstacle = _obstacle(year, earlier, today, found)
    lacks = any(row.target is None for row in found)
    return Prospect(found, obstacle, lacks, sum(each.entries for each in totals))


def targets_of(pots: Sequence[Pot]) -> dict[int, int] | None:
    """Per pot the one of next year that receives; None when one is not there."""
    found = {pot.pk: pot_after(pot) for pot in pots}
    if any(target is None for target in found.values()):
        return None
    return {number: target.pk for number, target in found.items() if target is not None}


def _counts(pots: Sequence[Pot]) -> dict[int, dict[str, int]]:
    rows = BudgetRequest.objects.filter(pot__in=pots).live().order_by().values("pot")
    asked = {name: Count("pk", filter=condition) for name, condition in COUNTS.items()}
    counted: Any = rows.annotate(**asked)
    return {row["pot"]: row for row in counted}


def _obstacle(year: int, earlier: int | None, today: date, rows: Sequence[Closable]) -> str:
    if today.year <= year:
        return f"Afsluiten kan als {year} voorbij is: vanaf 1 januari {year + 1}."
    if earlier is not None:
        return f"Sluit eerst {earlier} af."
    if any(row.target is None for row in rows):
        return f"Voor {year + 1} is hiervoor nog geen pot open. Open die eerst."
    return "" if rows else "Er staat geen pot open om af te sluiten."
