"""The totals of a pot per sort of entry, moved inside the act that posts, under its lock."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import F, Sum

from budgets.ledger.models import AccountKind, EntryKind, Pot, PotTotal


class Moved(NamedTuple):
    """An entry as its pot counts it; ``debit`` and ``credit`` are sorts of accounts."""

    pot_id: int
    kind: EntryKind
    debit: AccountKind
    credit: AccountKind
    cents: int


def count_along(moves: Iterable[Moved]) -> None:
    """Add entries to the totals of their pots; nobody else can, for the pots are locked."""
    sums: dict[tuple[int, str, str, str], list[int]] = defaultdict(lambda: [0, 0])
    for move in moves:
        found = sums[move.pot_id, move.kind, move.debit, move.credit]
        found[0] += move.cents
        found[1] += 1
    for (pot_id, kind, debit, credit), (cents, count) in sums.items():
        facts = {"pot_id": pot_id, "kind": kind, "debit": debit, "credit": credit}
        more = {"cents": F("cents") + cents, "entries": F("entries") + count}
        if not PotTotal.objects.filter(**facts).update(**more):
            PotTotal.objects.create(**facts, cents=cents, entries=count)


def entries_of(pots: Iterable[Pot]) -> tuple[int, int]:
    """How many entries these pots have, and what those add up to in cents: the check figure."""
    rows = PotTotal.objects.filter(pot__in=pots)
    found = rows.aggregate(entries=Sum("entries", default=0), cents=Sum("cents", default=0))
    return found["entries"], found["cents"]
