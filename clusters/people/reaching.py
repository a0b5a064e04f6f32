"""Whose desk somebody minds today, as a room above knows it; that room registers itself here.

It comes along in the query of the roles, which every page asks, so that a scope costs no query
more and a cover that ended opens nothing at the next request, as a role that ended.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import CharField, Q, Value
from django.db.models.expressions import Combinable
from django.utils.functional import cached_property

Minded = Callable[[int, date], Combinable]
MINDED: list[Minded] = []
"""One function at most."""


def tells_minded(minded: Minded) -> Minded:
    """Let a room above say whose desk an employee minds: numbers with commas between them."""
    MINDED[:] = [minded]
    return minded


def minded_by(person_id: int, day: date) -> Combinable:
    """Of whom, as an expression; empty when nobody knows."""
    return MINDED[0](person_id, day) if MINDED else Value("", output_field=CharField())


class MindsDesks:
    """What an employee may call "mine": their own work, and that of the desks they mind (WN-7)."""

    pk: Any
    running_memberships: Any

    @cached_property
    def minded_ids(self) -> frozenset[int]:
        """Whose desk this employee minds today (WN-7); no query beside that of the roles."""
        told = [str(row.minded) for row in self.running_memberships[:1] if row.minded]
        return frozenset(int(each) for text in told for each in text.split(",")) - {self.pk}

    @cached_property
    def desk_ids(self) -> frozenset[int]:
        """Whose work counts as "mine": one's own, and that of the desks one minds (WN-7)."""
        return self.minded_ids | {self.pk}

    def on_desk(self, column: str) -> Q:
        """Rows of which ``column`` says that they are "mine": my own desk and those I mind (WN-7).

        Almost nobody minds a desk, and their query stays as it was.
        """
        if not self.minded_ids:
            return Q(**{column: self.pk})
        return Q(**{f"{column}__in": sorted(self.desk_ids)})

    def on_minded_desk(self, column: str) -> Q:
        """Rows of the desks one minds only; nothing when there are none (WN-7)."""
        return Q(**{f"{column}__in": sorted(self.minded_ids)})
