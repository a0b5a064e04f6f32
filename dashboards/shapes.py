"""Rows of different tables through one query: written down as JSON, and made into objects again.

The objects are those that the ORM makes, with the columns that were asked and no other, so that
the audit trail counts their residents like those of any query (``audit.guard``).
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import (
    BinaryField,
    DateField,
    DateTimeField,
    ForeignKey,
    Func,
    Model,
    TimeField,
)
from django.db.models.functions import JSONArray

from audit.guard import SubjectModel

Reader = Callable[[Any], Any]


_DAY = "date(%(expressions)s, '+%(later)s days')"
_SUNDAY = f"date(substr({_DAY}, 1, 4) || '-{{}}-25', 'weekday 0')"
_IS_SUMMER = f"{_DAY} > {_SUNDAY.format('03')} AND {_DAY} <= {_SUNDAY.format('10')}"
ON_SQLITE = f"datetime({_DAY}, CASE WHEN {_IS_SUMMER} THEN '-2 hours' ELSE '-1 hours' END)"


class Midnight(Func):
    """The moment a day begins in Amsterdam, ``later`` days on (``common.weeks.midnight``)."""

    output_field = DateTimeField()

    def __init__(self, day: Any, later: int = 0) -> None:
        super().__init__(day, later=int(later))

    def as_sql(self, compiler: Any, connection: Any, **extra: Any) -> Any:  # type: ignore[override]
        """PostgreSQL knows the time zone; SQLite is told the last Sundays of March and October."""
        template = "((%(expressions)s + %(later)s)::timestamp AT TIME ZONE 'Europe/Amsterdam')"
        if connection.vendor == "sqlite":
            template = ON_SQLITE
        return super().as_sql(compiler, connection, template=template, **extra)


@dataclass(frozen=True)
class Shape:
    """Which columns of a table, and of its neighbours, a row has; ``paths`` in that order."""

    model: type[Model]
    key: int
    paths: tuple[str, ...]
    own: tuple[tuple[int, str, Reader], ...]
    near: tuple[tuple[Any, "Shape"], ...]

    def array(self) -> JSONArray:
        """The columns as the database writes them down."""
        return JSONArray(*self.paths)

    def read(self, told: str) -> Any:
        """The object of a row that the database wrote down."""
        return self.row(json.loads(told))

    def row(self, values: list[Any]) -> Any:
        """The object; None when there is no such neighbour."""
        if values[self.key] is None:
            return None
        names = [name for _, name, _ in self.own]
        own = [None if values[at] is None else read(values[at]) for at, _, read in self.own]
        row = self.model.from_db(DEFAULT_DB_ALIAS, names, own)
        for relation, shape in self.near:
            relation.set_cached_value(row, shape.row(values))
        return row


@cache
def shape_of(model: type[Model], shows: tuple[str, ...]) -> Shape:
    """The shape of these columns; of every table also its key and the resident it is about."""
    paths: list[str] = []
    shape = _shape(model, shows, "", paths)
    return replace(shape, paths=tuple(paths))


def _shape(model: type[Model], shows: Iterable[str], place: str, paths: list[str]) -> Shape:
    columns, neighbours = {model._meta.pk.attname, *_about(model)}, dict[str, list[str]]()
    for name in shows:
        first, _, rest = name.partition("__")
        field: Any = model._meta.get_field(first)
        columns.add(field.attname)
        if rest:
            neighbours.setdefault(first, []).append(rest)
    own, key = [], 0
    for field in model._meta.concrete_fields:  # the order in which ``from_db`` wants them
        if field.attname in columns:
            key = len(paths) if field.primary_key else key
            own.append((len(paths), field.attname, _reader(field)))
            paths.append(f"{place}{field.attname}")
    near = []
    for name, names in neighbours.items():
        relation: Any = model._meta.get_field(name)
        near.append((relation, _shape(relation.related_model, names, f"{place}{name}__", paths)))
    return Shape(model, key, (), tuple(own), tuple(near))


def _about(model: type[Model]) -> set[str]:
    """The column that says about whom a row is."""
    if not issubclass(model, SubjectModel) or model.audit_resident_field == "pk":
        return set()
    field: Any = model._meta.get_field(model.audit_resident_field)
    return {str(field.attname)}


def _reader(field: Any) -> Reader:
    """How a value of this column is read from JSON, which SQLite writes as it keeps it."""
    kept: Any = field.target_field if isinstance(field, ForeignKey) else field
    if isinstance(kept, BinaryField):
        raise TypeError(f"{field} is sealed: it is read on its own page")
    if isinstance(kept, DateTimeField):
        return _moment
    if isinstance(kept, DateField):
        return date.fromisoformat
    if isinstance(kept, TimeField):
        return time.fromisoformat
    read: Reader = kept.to_python
    return read


def _moment(value: str) -> datetime:
    found = datetime.fromisoformat(value)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
