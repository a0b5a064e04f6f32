"""One long query, planned once for a connection and then only answered (ADR 47).

PostgreSQL takes three times as long to plan Mijn werk as to answer it. So the query is prepared on
the connection, with a place for everything that differs per employee and moment; settings ask
for a plan that holds for all of them. What never differs, such as a state, is written in the text:
an index on a part of a table is only found by who names that part.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Any
from weakref import WeakKeyDictionary

from django.db import connection
from psycopg2.extensions import AsIs

NUMBERS = count(1)
known: WeakKeyDictionary[Any, dict[str, str]] = WeakKeyDictionary()
"""Per connection to the database what is prepared there: the name of every text."""


@dataclass(frozen=True)
class Statement:
    """A query with places, and what stood in them."""

    text: str
    values: tuple[Any, ...]

    @property
    def types(self) -> str:
        """What stands in each place, as the database names it; between brackets if anything."""
        moments = [isinstance(each, datetime) for each in self.values]
        names = ["timestamptz" if is_moment else "bigint" for is_moment in moments]
        return f" ({', '.join(names)})" if names else ""


def with_places(sql: str, params: Sequence[Any], differs: Callable[[Any], bool]) -> Statement:
    """The query of ``params`` with a place for each of those that ``differs``."""
    places: dict[Any, Any] = {}
    for each in filter(differs, params):
        places.setdefault(each, AsIs(f"${len(places) + 1}"))
    filled = [places[each] if differs(each) else each for each in params]
    with connection.cursor() as cursor:
        text = cursor.mogrify(sql, filled).decode()
    return Statement(text.replace("%", "%%"), tuple(places))


def answers(statement: Statement, values: Sequence[Any]) -> list[Any]:
    """The rows with ``values`` in the places; one query, also when it is prepared first."""
    with connection.cursor() as cursor:
        names = known.setdefault(connection.connection, {})
        name, begin = names.get(statement.text), ""
        if name is None:
            name = f"mijn_werk_{next(NUMBERS)}"
            begin = f"PREPARE {name}{statement.types} AS {statement.text}; "
        marks = f" ({', '.join(['%s'] * len(values))})" if values else ""
        cursor.execute(f"{begin}EXECUTE {name}{marks}", values or None)
        names[statement.text] = name
        return list(cursor.fetchall())
