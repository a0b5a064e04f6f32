"""What a paper is made of: the order a page gives, the maker of its kind, the document it returns.

The kinds stand in ``cases/makers.py``, which registers them when Django starts. So this room makes
papers of rooms it does not know.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Order:
    """Which paper: its kind, the key of the row it is made of, and a mark of what is shown.

    Same order, same paper. Without a resident it is about nobody, such as a jaarrekening.
    ``mark`` is empty when the row never changes; otherwise a digest that is another one as soon as
    something else would stand on the paper (PP-3).
    """

    kind: str
    source: str
    resident_id: int | None
    mark: str = ""


@dataclass(frozen=True)
class Document:
    """What stands on it. ``name`` is of the file and tells nothing about a person (PP-6)."""

    html: str
    css: str
    name: str
    mark: str = ""


Maker = Callable[[str], Document]
_MAKERS: dict[str, Maker] = {}


def register(makers: Mapping[str, Maker]) -> None:
    """Know these kinds of paper; called once, when Django starts."""
    _MAKERS.update(makers)


def maker_of(kind: str) -> Maker:
    """Who makes this kind.

    Raises: LookupError for a kind that no room makes.
    """
    return _MAKERS[kind]
