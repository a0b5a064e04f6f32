"""One row of Mijn werk, whatever kind of work it is (design 9)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.expressions import Combinable

from cases.callbacks.models.lights import Light
from cases.residents.models import Resident
from clusters.models import User

MINE_SHOWN = 50
WHO = (
    *("name", "is_anonymous", "phone", "may_be_called", "hide_municipality", "hide_number"),
    *("call_from", "deceased_on"),
)
"""What a row may show of its resident."""


@dataclass(frozen=True)
class WorkItem:
    """One row of Mijn werk; ``has_number`` when one calls from the list.

    Of an anonymous one the list does not say about whom it is; the trail does. A signal is about
    nobody we know.
    """

    due_at: datetime
    light: Light
    when: str
    url: str
    label: str
    reference: str
    resident: Resident | None
    subject: str
    status: str
    warnings: tuple[Light, ...] = ()
    has_number: bool = False
    is_anonymous: bool = False
    covered_for: str = ""
    """Whose work it is, when one does it as deputy (WN-7)."""


@dataclass(frozen=True, eq=False)
class Kind:
    """A kind of work: which rows wait for somebody, by which moment, and how they read (ADR 47).

    ``rows`` are those of one employee, in scope and allowed: ``none()`` where the role may not see
    them. ``due`` is the moment of ``WorkItem.due_at`` as the database reads it: a column, or an
    expression such as ``Midnight``. ``shows`` are the columns that ``items`` reads, those of a
    neighbour with two underscores; a column that is not in it costs a query for every row, which
    ``tests/dashboards/test_mine.py`` finds. Of its ``resident``, when a table has one, ``WHO`` is
    read. ``holders`` are the columns that say whose work it is: whoever covers for one of them sees
    for whom (WN-7).
    """

    rows: Callable[[User], QuerySet[Any]]
    due: Combinable
    shows: tuple[str, ...]
    items: Callable[[list[Any], User], list[WorkItem]]
    holders: tuple[str, ...] = ()


DUE = F("due_at")
