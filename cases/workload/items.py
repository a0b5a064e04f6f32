"""What somebody has to do, row by row: the list behind every number of the load (WL-6)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cases.dossiers.models import ResidentFile
from cases.dossiers.models.files import reference_of
from cases.todos.models import Task
from cases.workload.kinds import KINDS, LoadKind
from clusters.models import Role, User
from common.deadlines import local_day
from common.dutch_dates import full_date
from common.templatetags.screen import address, deadline

MOST = 300
"""More than so many rows of one kind nobody reads; the page says how many there are."""


@dataclass(frozen=True)
class LoadItem:
    """One open piece of work: where it is found, by when, and what it weighs; no name (WL-6)."""

    label: str
    reference: str
    url: str
    when: str
    due_at: datetime
    has_term: bool
    is_late: bool
    resident_id: int
    points: int


def items_of(person: User, seen_by: User, codes: list[str], at: datetime) -> list[LoadItem]:
    """The open work of these kinds with one employee; a query per kind.

    What has a term stands first, the nearest on top.

    Of somebody else only what stands with the teams one steers.
    """
    found = [item for code in codes for item in _items(KINDS[code], person, seen_by, at)]
    return sorted(found, key=lambda item: (not item.has_term, item.due_at, item.reference))


def _items(kind: LoadKind, person: User, seen_by: User, at: datetime) -> Iterator[LoadItem]:
    rows = kind.weighed(at).filter(**{kind.person: person})
    if person.pk != seen_by.pk or seen_by.acting_role == Role.TEAM_MANAGER:
        rows = rows.filter(**{f"{kind.team}__in": seen_by.team_ids})
    for row in rows.order_by(kind.due, "pk")[:MOST]:
        due = getattr(row, kind.due)
        begun = isinstance(row, ResidentFile)
        yield LoadItem(
            label=kind.label,
            reference=_reference(row),
            url=address(kind.page, getattr(row, kind.through)),
            when=f"loopt sinds {full_date(local_day(due))}" if begun else _when(row, kind),
            due_at=due,
            has_term=not begun,
            is_late=not begun and due <= at,
            resident_id=row.resident_id,
            points=row.points,
        )


def _when(row: Any, kind: LoadKind) -> str:
    """The term as the page of that kind says it."""
    return deadline(getattr(row, kind.shown))


def _reference(row: Any) -> str:
    """The number by which people speak of it; of a task that of its dossier."""
    return reference_of(row.file_id) if isinstance(row, Task) else str(row)
