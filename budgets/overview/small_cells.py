"""Which numbers are too small to show to who sees totals only; pure functions (GJ-9, GJ-10).

A cell of fewer than ten people or requests is not shown, and neither is what can be subtracted from
the cells around it, on one page or on two days.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar

SMALLEST = 10
Key = TypeVar("Key", bound=Hashable)
Part = TypeVar("Part")


def hidden(counts: Mapping[Key, int]) -> frozenset[Key]:
    """What must not be shown of a table of which the total is shown; ``counts`` are of people.

    First every cell of one to nine. Then the smallest of the others, until what is hidden is more
    than one cell and ten or more together: else it could be subtracted from the total.
    """
    found = [key for key, count in counts.items() if 0 < count < SMALLEST]
    others = sorted((count, index) for index, count in enumerate(counts.values()) if count)
    keys = list(counts)
    for count, index in others:
        if not found or _is_crowd(counts, found):
            break
        if count >= SMALLEST:
            found.append(keys[index])
    return frozenset(found)


def hides_total(counts: Mapping[Key, int]) -> bool:
    """Whether even then too little is hidden, so that the total cannot be shown beside it."""
    found = list(hidden(counts))
    return bool(found) and not _is_crowd(counts, found)


def batches(
    parts: Sequence[Part], size: Callable[[Sequence[Part]], int]
) -> list[Sequence[Part] | None]:
    """Periods that are over, oldest first: what is shown at each of them, or None.

    A period that is too small is added to those after it until they are ten or more. So what was
    shown once never changes by fewer than ten, and nothing follows from two days compared.
    """
    shown: list[Sequence[Part] | None] = []
    begin = 0
    for end in range(1, len(parts) + 1):
        waiting = parts[begin:end]
        is_enough = size(waiting) >= SMALLEST
        shown.append(waiting if is_enough else None)
        begin = end if is_enough else begin
    return shown


def _is_crowd(counts: Mapping[Key, int], found: Sequence[Key]) -> bool:
    """Ten or more, and so more than one cell: the first that is hidden is smaller than that."""
    return sum(counts[key] for key in found) >= SMALLEST
