"""Rows of work under a lock, kind by kind and by number, as every hand-over does (OD-6)."""

from collections.abc import Iterable

from cases.handout.pieces import ORDER
from cases.workload.kinds import KINDS


def lock_all(keys: Iterable[tuple[str, int]]) -> None:
    """Lock these rows, as far as they are open, in the one order; inside a transaction.

    So two acts never wait for each other for ever.
    """
    wanted = list(keys)
    for kind in ORDER:
        numbers = [number for each, number in wanted if each == kind]
        rows = KINDS[kind].rows().order_by("pk").filter(pk__in=numbers)
        list(rows.select_for_update(of=("self",)).values_list("pk", flat=True))
