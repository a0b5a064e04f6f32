"""Everything that hangs on a resident, and what merging two cards does with it (SV-2).

Read from the models themselves, hidden relations too: a new foreign key moves without a word here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from typing import Any

from django.db import models
from django.db.models import QuerySet

from cases.residents.models import Resident
from clusters.models import User

PARTIES = "cases.Party.resident"


class Fate(StrEnum):
    """What a merge does with rows of the card that goes."""

    MOVE = "move"  # they become rows of the card that stays
    COMBINE = "combine"  # one per resident at most: services/merging.py chooses
    KEEP = "keep"  # they stay where they are


DECIDED = {
    "cases.ResidentBsn.resident": Fate.COMBINE,
    "cases.SecretAddress.resident": Fate.COMBINE,
    "cases.ResidentMerge.winner": Fate.KEEP,  # says who went into whom at that time
    "cases.ResidentMerge.loser": Fate.KEEP,
}


@dataclass(frozen=True)
class Link:
    """A foreign key to a resident."""

    field: Any

    @property
    def key(self) -> str:
        """Its name in ``DECIDED`` and in what a merge keeps."""
        return f"{self.field.model._meta.label}.{self.field.name}"

    @property
    def fate(self) -> Fate:
        """What a merge does with it."""
        return DECIDED.get(self.key, Fate.MOVE)

    @cached_property
    def _manager(self) -> Any:
        return self.field.model._base_manager

    def rows(self, *resident_ids: int) -> QuerySet[Any]:
        """The rows that hang on these residents."""
        found: QuerySet[Any] = self._manager.filter(**{f"{self.field.attname}__in": resident_ids})
        return found

    def left_behind(self) -> QuerySet[Any]:
        """Rows that came to a card after it was merged away."""
        found: QuerySet[Any] = self._manager.filter(
            **{f"{self.field.name}__merged_into__isnull": False}
        )
        return found

    @property
    def parent(self) -> tuple[str, Any] | None:
        """The row this one is part of: its first foreign key that must be filled and is linked."""
        linked = {link.field.model: link for link in moved()}
        for field in self.field.model._meta.concrete_fields:
            target = field.related_model if isinstance(field, models.ForeignKey) else None
            if target in linked and target is not Resident and not field.null:
                return field.name, linked[target].field
        return None


@cache
def links() -> tuple[Link, ...]:
    """Every foreign key to a resident, the rooms in their order."""
    found: tuple[Any, ...] = tuple(Resident._meta.get_fields(include_hidden=True))
    return tuple(Link(each.field) for each in found if each.one_to_many or _points_here(each))


def moved() -> tuple[Link, ...]:
    """Those whose rows move."""
    return tuple(link for link in links() if link.fate is Fate.MOVE)


def counted(user: User, *resident_ids: int) -> list[tuple[str, list[int]]]:
    """What hangs on each card as far as this employee may see (H5): word and numbers.

    Only what has a scope of its own, or stands on the card; its parts are not counted apart.
    """
    return [row for row in _counts(user, resident_ids) if any(row[1])]


def _counts(user: User, resident_ids: tuple[int, ...]) -> Iterator[tuple[str, list[int]]]:
    for link in moved():
        model = link.field.model
        rows = model._default_manager.all()
        if hasattr(rows, "visible_to") and model is not Resident:
            rows = rows.visible_to(user)
        elif link.key != PARTIES:
            continue
        found = rows.filter(**{f"{link.field.attname}__in": resident_ids})
        numbers = list(found.order_by().values_list(link.field.attname, flat=True))
        word = str(model._meta.verbose_name_plural)
        yield word, [numbers.count(number) for number in resident_ids]


def _points_here(relation: Any) -> bool:
    """Whether this is the other end of a one-to-one to a resident."""
    return bool(relation.one_to_one and relation.auto_created and not relation.concrete)
