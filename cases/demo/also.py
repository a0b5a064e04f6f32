"""What rooms above add to the demo city: they know it, and it does not know them."""

from collections.abc import Callable
from datetime import datetime

from cases.demo.cast import Cast

Filling = Callable[[Cast, datetime], None]
FILLINGS: list[Filling] = []
"""In the order in which the applications start."""


def also(fill: Filling) -> Filling:
    """Let a room above fill the city with what it has, after all rooms of ``cases``."""
    if fill not in FILLINGS:
        FILLINGS.append(fill)
    return fill
