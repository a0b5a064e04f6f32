"""What is in a pot, and which pot pays for whom; only reads."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet, Sum

from budgets.ledger.models import Account, AccountKind, BudgetNorm, NormCode, Pot, PotPurpose
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
    """Per pot its balance; one query."""
    found = {pot.pk: Balance() for pot in pots}
    rows = Account.objects.filter(pot_id__in=found).values_list("pot", "kind").order_by()
    for pot_id, kind, cents in rows.annotate(Sum("balance_cents")):
        field = FIELDS[AccountKind(kind)]
        setattr(found[pot_id], field, -cents if kind == AccountKind.SOURCE else cents)
    return found


def summed(pots: QuerySet[Pot]) -> QuerySet[Pot]:
    """The pots with the sum of each kind of account, in the same query."""
    sums = {
        f"sum_{field}": Sum("accounts__balance_cents", filter=Q(accounts__kind=kind), default=0)
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


def norm(code: NormCode) -> int:
    """An amount in whole euros, or a number of days."""
    amount: int = BudgetNorm.objects.get(code=code).amount
    return amount
