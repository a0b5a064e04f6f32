"""What is in a pot, and which pot pays for whom; only reads."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet, Sum

from budgets.ledger.models import (
    AccountKind,
    BudgetNorm,
    NormCode,
    Pot,
    PotPurpose,
    PotTotal,
)
from common.errors import RuleViolation


@dataclass
class Balance:
    """The accounts of one pot, in cents; what was granted is above zero here (M4)."""

    granted: int = 0
    available: int = 0
    reserved: int = 0
    paid: int = 0
    receivable: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether nothing got lost: granted is what there is, is promised, is paid or is owed."""
        parts = self.available + self.reserved + self.paid + self.receivable
        return self.granted == parts


FIELDS = {
    AccountKind.SOURCE: "granted",
    AccountKind.AVAILABLE: "available",
    AccountKind.RESERVED: "reserved",
    AccountKind.PAID: "paid",
    AccountKind.RECEIVABLE: "receivable",
}


def balances_of(pots: Iterable[Pot]) -> dict[int, Balance]:
    """Per pot its balance; one query over what was counted along, however many entries."""
    known = list(pots)
    return balances_from(known, PotTotal.objects.filter(pot__in=known))


def balances_from(pots: Iterable[Pot], totals: Iterable[PotTotal]) -> dict[int, Balance]:
    """The same, of totals that were read already."""
    found = {pot.pk: Balance() for pot in pots}
    for row in totals:
        _add(found[row.pot_id], row.debit, row.cents)
        _add(found[row.pot_id], row.credit, -row.cents)
    return found


def _add(balance: Balance, kind: str, cents: int) -> None:
    field = FIELDS[AccountKind(kind)]
    sign = -1 if kind == AccountKind.SOURCE else 1
    setattr(balance, field, getattr(balance, field) + sign * cents)


def summed(pots: QuerySet[Pot]) -> QuerySet[Pot]:
    """The pots with the balance of each kind of account, in the same query."""
    sums = {
        f"sum_{field}": Sum("totals__cents", filter=Q(totals__debit=kind), default=0)
        - Sum("totals__cents", filter=Q(totals__credit=kind), default=0)
        for kind, field in FIELDS.items()
    }
    return pots.annotate(**sums)


def balance_in(pot: Pot) -> Balance:
    """Of a pot that was summed; the account of what was granted counts below zero."""
    found = {field: getattr(pot, f"sum_{field}") for field in FIELDS.values()}
    return Balance(**{**found, "granted": -found["granted"]})


def pot_for(purpose: str, cluster_id: int | None, year: int) -> Pot:
    """The pot of the cluster when it has one, else that of the city; raises RuleViolation."""
    rows = Pot.objects.open().filter(year=year, purpose=PotPurpose(purpose))
    pot = rows.filter(cluster_id=cluster_id).first() if cluster_id else None
    pot = pot or rows.filter(cluster=None).first()
    if pot is None:
        raise RuleViolation(f"Voor {year} is hiervoor nog geen pot geopend.")
    return pot


def pot_after(pot: Pot) -> Pot | None:
    """Where what is left of a pot goes: that of next year for the same cluster, else the city's."""
    year, purpose = pot.year + 1, PotPurpose(pot.purpose)
    rows = Pot.objects.open().filter(year=year, purpose=purpose).select_related("cluster")
    own = rows.filter(cluster_id=pot.cluster_id).first() if pot.cluster_id else None
    return own or rows.filter(cluster=None).first()


def norm(code: NormCode) -> int:
    """An amount in whole euros, or a number of days."""
    amount: int = BudgetNorm.objects.get(code=code).amount
    return amount
