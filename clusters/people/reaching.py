"""Whose desk somebody minds today, as a room above knows it; that room registers itself here.

It comes along in the query of the roles, which every page asks, so that a scope costs no query
more and a cover that ended opens nothing at the next request, as a role that ended.
"""

from collections.abc import Callable
from datetime import date

from django.db.models import CharField, Value
from django.db.models.expressions import Combinable

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
