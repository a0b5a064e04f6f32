"""One row of Mijn werk, whatever kind of work it is (design 9)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from cases.callbacks.models.lights import Light
from cases.residents.models import Resident
from clusters.models import User

MINE_SHOWN = 50


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


@dataclass(frozen=True)
class Kind:
    """A kind of work: which rows wait for somebody, and how they read in the list.

    ``hints`` holds at least those rows, by what an index finds at once and without asking who may
    see what: where there are none of them, nobody asks for the rows.
    """

    hints: Callable[[User], QuerySet[Any]]
    rows: Callable[[User], QuerySet[Any]]
    items: Callable[[Any, User], list[WorkItem]]
