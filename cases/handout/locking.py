"""Rows of work under a lock, kind by kind and by number, as every hand-over does (OD-6)."""

from collections.abc import Iterable

from cases.handout.pieces import ORDER
from cases.workload.kinds import KINDS


def lock_all(keys: Iterable[tuple[str, int]]) -> set[tuple[str, int]]:
    """Lock these rows in the one order, so that two acts never wait for each other for ever.

    Returns those that are still open. Inside a transaction.
    """
    wanted = list(keys)
    found: set[tuple[str, int]] = set()
    for kind in ORDER:
        numbers = [number for each, number in wanted if each == kind]
        rows = KINDS[kind].rows().order_by("pk").filter(pk__in=numbers)
        locked = rows.select_for_update(of=("self",)).values_list("pk", flat=True)
        found |= {(kind, number) for number in locked}
    return found
