"""The requests of pots that close, inside the transaction that closes them (GB-23)."""

from collections.abc import Mapping, Sequence

from audit.services import record
from budgets.closing.models import YearClosing
from budgets.ledger.models import PER_REQUEST, Account, Pot
from budgets.requests.models import BudgetRequest

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


def follow(
    requests: Sequence[BudgetRequest], targets: Mapping[int, int], closing: YearClosing
) -> None:
    """From now on these are of the pot that received their money.

    One line in the trail, that every resident among them leads to.
    """
    for pot_id, target_id in targets.items():
        numbers = [request.pk for request in requests if request.pot_id == pot_id]
        for start in range(0, len(numbers), BATCH):
            batch = numbers[start : start + BATCH]
            BudgetRequest.objects.filter(pk__in=batch).update(pot_id=target_id)
    residents = {request.resident_id for request in requests if request.resident_id}
    record("budget.carried", closing, by=closing.asked_by, fields=["pot"], also=residents)
