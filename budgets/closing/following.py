"""The requests of pots that close, inside the transaction that closes them (GB-23)."""

from collections.abc import Mapping, Sequence

from audit.services import record
from budgets.ledger.models import PER_REQUEST, Account, Pot
from budgets.requests.models import BudgetRequest
from clusters.models import User

BATCH = 500
KNOWN = ("pk", "uuid", "resident_id", "pot_id")


class RequestsMoved(Exception):
    """Requests came into these pots between two locks; the next round tries again."""


def lock_live(pots: Sequence[Pot]) -> list[BudgetRequest]:
    """What is asked, reserved or owed in these pots, locked; and then the pots (in this order).

    Raises: RequestsMoved when a pot holds money of a request that is not among them.
    """
    rows = BudgetRequest.objects.filter(pot__in=pots).live().order_by("pk").only(*KNOWN)
    found = list(rows.select_for_update())
    numbers = [pot.pk for pot in pots]
    list(Pot.objects.filter(pk__in=numbers).order_by("pk").select_for_update())
    ours = {request.uuid for request in found}
    accounts = Account.objects.filter(pot__in=pots, kind__in=PER_REQUEST, balance_cents__gt=0)
    owners = {each for each in accounts.values_list("reference", flat=True) if each}
    strangers = sorted(owners - ours)
    for start in range(0, len(strangers), BATCH):
        if BudgetRequest.objects.filter(uuid__in=strangers[start : start + BATCH]).exists():
            raise RequestsMoved
    return found


def follow(requests: Sequence[BudgetRequest], targets: Mapping[int, int], *, by: User) -> None:
    """From now on these are of the pot that received their money; a line each in the trail."""
    for start in range(0, len(requests), BATCH):
        batch = requests[start : start + BATCH]
        for pot_id in {request.pot_id for request in batch}:
            numbers = [request.pk for request in batch if request.pot_id == pot_id]
            BudgetRequest.objects.filter(pk__in=numbers).update(pot_id=targets[pot_id])
        record("budget.carried", *batch, by=by, fields=["pot"])
