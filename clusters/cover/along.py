"""What goes along with a cover: kinds of work in somebody's name, as rooms above tell them (WN-1).

Counts only: before something is arranged, and for work that nobody does. One query for any number
of people and kinds.
"""

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, QuerySet, Value


@dataclass(frozen=True)
class WorkKind:
    """One kind: how one and more of it are called, what runs, and the column of whose it is."""

    one: str
    more: str
    rows: Callable[[], QuerySet[Any]]
    holder: str

    def said(self, number: int) -> str:
        """As on the screen: 3 dossiers."""
        return f"{number} {self.one if number == 1 else self.more}"


KINDS: list[WorkKind] = []


def goes_along(kind: WorkKind) -> None:
    """Let a room above say what somebody can have in their name."""
    if kind not in KINDS:
        KINDS.append(kind)


def work_of(people: Collection[int]) -> dict[int, list[str]]:
    """What each of these people has, in words; who has nothing is not in it. One query."""
    found: dict[int, list[str]] = defaultdict(list)
    parts = [_counted(number, kind, people) for number, kind in enumerate(KINDS)]
    if not parts or not people:
        return {}
    first, *others = parts
    rows = first.union(*others, all=True)
    for number, person_id, count in sorted(rows):
        found[person_id].append(KINDS[number].said(count))
    return dict(found)


def _counted(number: int, kind: WorkKind, people: Collection[int]) -> QuerySet[Any, Any]:
    rows = kind.rows().filter(**{f"{kind.holder}__in": list(people)}).order_by()
    named = rows.annotate(kind_number=Value(number), person_number=F(f"{kind.holder}_id"))
    counted = named.values("kind_number", "person_number").annotate(how_many=Count("pk"))
    return counted.values_list("kind_number", "person_number", "how_many")
