"""Notices which residents' rows a request got from the database, so that none goes unlogged.

A model that holds data of a resident inherits ``SubjectModel`` and names the field that leads to
the resident. Every row the ORM makes an object of is then counted, also through
``select_related`` and ``prefetch_related``. Rows read with ``.values()`` never become objects: a
page that shows those calls ``handed_out`` itself.
"""

from collections.abc import Collection, Iterable
from functools import cache
from typing import Any, ClassVar, Self

from django.db import models

from audit import context
from audit.errors import UnloggedAccess

MISSING = object()


class SubjectModel(models.Model):
    """A row about one resident. ``audit_resident_field`` is "pk" or the name of a foreign key.

    A row whose foreign key is empty (an anonymous caller) is about no resident.
    """

    audit_resident_field: ClassVar[str] = "pk"

    class Meta:
        abstract = True

    @classmethod
    def from_db(
        cls, db: str | None, field_names: Collection[str], values: Collection[Any], **more: Any
    ) -> Self:
        """Make the object and count the resident it is about."""
        row = super().from_db(db, field_names, values, **more)
        facts = context.current()
        if facts is not None:
            _count(facts, row)
        return row


def resident_of(row: models.Model) -> int | None:
    """The number of the resident this row is about; None for any other row."""
    if not isinstance(row, SubjectModel):
        return None
    number: int | None = getattr(row, _attribute(type(row)))
    return number


def handed_out(resident_ids: Iterable[int]) -> None:
    """Count residents whose data a page reads without making objects (``.values()``)."""
    facts = context.current()
    if facts is not None:
        facts.handed_out.update(resident_ids)


@cache
def _attribute(model: type[SubjectModel]) -> str:
    """The column of this table that holds the number of the resident."""
    if model.audit_resident_field == "pk":
        return model._meta.pk.attname
    field: Any = model._meta.get_field(model.audit_resident_field)
    return str(field.attname)


def _count(facts: context.RequestFacts, row: SubjectModel) -> None:
    """Add the resident; a row that does not say whose it is counts as unlogged, unless known."""
    resident_id = row.__dict__.get(_attribute(type(row)), MISSING)
    key = (row._meta.label_lower, row.pk)
    if facts.streaming and resident_id not in facts.shown:
        raise UnloggedAccess
    if resident_id is not MISSING:
        facts.known_rows.add(key)
        facts.nameless.discard(key)
        if resident_id is not None:
            facts.handed_out.add(resident_id)
    elif key not in facts.known_rows:
        facts.nameless.add(key)
