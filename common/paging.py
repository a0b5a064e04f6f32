"""Pages of a long list by keyset: as fast at the end of ten years as at the beginning.

The position of a page is the sort key of its first or last row, never an offset and never a
count (operations: offset 900,000 costs 93 ms, the keyset 0.2 ms).
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model, Q, QuerySet, UUIDField
from django.utils.dateparse import parse_datetime

Position = tuple[datetime, int | UUID]
AFTER, BEFORE = "na", "voor"
NUMBER = re.compile(r"[0-9]{1,18}")
FIRST_YEAR, LAST_YEAR = 1900, 9000


@dataclass(frozen=True)
class Page:
    """The rows of one page and the query strings of its neighbours ("" when there is none)."""

    rows: list[Any]
    next_query: str
    previous_query: str


def keyset_page(
    rows: QuerySet[Any], field: str, params: Any, *, size: int, peek: bool = False
) -> Page:
    """One page of ``rows``, ordered by ``field`` ("due_at" or "-closed_at") and then by pk.

    Rows beyond the page are not read, only whether there are any: who is not shown is not in the
    audit trail either. ``params`` is the query dictionary of the request; a position that cannot
    be read, or with nothing behind it any more, is the first page. With ``peek`` the first row
    beyond is read instead of asked for, a query less: only where all rows are about one resident.
    """
    descending, name = field.startswith("-"), field.lstrip("-")
    key = rows.model._meta.pk
    backwards = BEFORE in params and _position(key, params.get(BEFORE, "")) is not None
    position = _position(key, params.get(BEFORE if backwards else AFTER, ""))
    downwards = descending != backwards
    sign = "-" if downwards else ""
    window = rows.order_by(f"{sign}{name}", f"{sign}pk")
    if position is not None:
        window = window.filter(_beyond(name, position, downwards))
    read = list(window[: size + peek])
    found = read[:size]
    if position is not None and not found:
        return keyset_page(rows, field, _without_position(params), size=size, peek=peek)
    more = len(read) > size
    if not peek and len(found) == size:
        more = _goes_on(window, name, found[-1], downwards)
    if backwards:
        found.reverse()
    has_next = more if not backwards else True
    has_previous = more if backwards else position is not None
    return Page(
        rows=found,
        next_query=_query(params, AFTER, found[-1], name) if found and has_next else "",
        previous_query=_query(params, BEFORE, found[0], name) if found and has_previous else "",
    )


def _goes_on(window: QuerySet[Any], name: str, last: Model, downwards: bool) -> bool:
    """Whether there are rows after the last one of a full page; asked without reading them."""
    return window.filter(_beyond(name, (getattr(last, name), last.pk), downwards)).exists()


def _beyond(name: str, position: Position, downwards: bool) -> Q:
    """Rows strictly after a position in the given direction."""
    moment, pk = position
    side = "lt" if downwards else "gt"
    bound = Q(**{f"{name}__{side}e": moment})  # lets the index start at the position
    return bound & (Q(**{f"{name}__{side}": moment}) | Q(**{f"pk__{side}": pk}))


def _position(key: Any, text: str) -> Position | None:
    """A moment and the key of a row out of a query string, or None."""
    moment_text, _, pk = text.rpartition("_")
    try:
        moment = parse_datetime(moment_text.replace(" ", "+"))
        row = UUID(pk) if isinstance(key, UUIDField) else int(NUMBER.fullmatch(pk)[0])  # type: ignore[index]
    except (ValueError, TypeError):
        return None
    if moment is None or moment.tzinfo is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    return moment, row


def _without_position(params: Any) -> Any:
    """The other choices in the address."""
    query = params.copy()
    query.pop(AFTER, None)
    query.pop(BEFORE, None)
    return query


def _query(params: Any, side: str, row: Model, name: str) -> str:
    """The query string of a neighbouring page, other choices kept."""
    query = _without_position(params)
    query[side] = f"{getattr(row, name).isoformat()}_{row.pk}"
    return str(query.urlencode())
