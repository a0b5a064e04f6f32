"""Puts many rows in a table at once: COPY on PostgreSQL, bulk_create elsewhere.

The rows are made up here, in the order of the model's columns; no text in them holds a tab, a
backslash or a new line, which COPY would read as something else.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, models, transaction

Row = Sequence[Any]
BATCH = 200
KEYS = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE contype = 'f' AND conrelid::regclass::text = ANY(%s) ORDER BY 1, 2
"""
INDEXES = """
SELECT indexname, indexdef FROM pg_indexes
WHERE tablename = ANY(%s) AND schemaname = current_schema()
  AND NOT EXISTS (SELECT FROM pg_constraint WHERE conname = indexname) ORDER BY 1
"""


class Loader:
    """Keeps rows per table until ``flush`` writes them, in the order the tables were named."""

    def __init__(self, *tables: type[models.Model]) -> None:
        self.rows: dict[type[models.Model], list[Row]] = {table: [] for table in tables}

    def add(self, table: type[models.Model], row: Row) -> None:
        """One row, with a value for every column of the table."""
        self.rows[table].append(row)

    @transaction.atomic
    def flush(self) -> None:
        """Write what was kept; all tables or none."""
        write = _copy if connection.vendor == "postgresql" else _bulk_create
        for table, rows in self.rows.items():
            if rows:
                write(table, rows)
            rows.clear()


def columns(table: type[models.Model]) -> list[str]:
    """The names of the columns, in the order in which a row has its values."""
    return [field.attname for field in table._meta.concrete_fields]


def set_sequences(*tables: type[models.Model]) -> None:
    """Let the database count on from the rows that were given a number here."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for table in tables:
            name = connection.ops.quote_name(table._meta.db_table)
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence(%s, 'id'), max(id)) FROM {name}",  # noqa: S608
                [table._meta.db_table],
            )


def analyse() -> None:
    """Tell the planner how big the tables became, as the server itself does after a while."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


@contextmanager
def bare_tables(*tables: type[models.Model]) -> Iterator[None]:
    """Without foreign keys and extra indexes while the body loads; made again, and so checked.

    Twenty indexes and a check per row cost more than the rows; made at the end, each is one
    pass. Nothing is left out: a row that breaks a rule makes the last step fail.
    """
    if connection.vendor != "postgresql":
        yield
        return
    names = [table._meta.db_table for table in tables]
    with connection.cursor() as cursor:
        cursor.execute(KEYS, [names])
        keys = cursor.fetchall()
        cursor.execute(INDEXES, [names])
        indexes = cursor.fetchall()
        for table, name, _ in keys:
            cursor.execute(f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"')
        for name, _ in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SET maintenance_work_mem = '256MB'")
            for _, definition in indexes:
                cursor.execute(definition)
            for table, name, definition in keys:
                cursor.execute(f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" {definition}')
            cursor.execute("RESET maintenance_work_mem")


def _copy(table: type[models.Model], rows: Iterable[Row]) -> None:
    text = "\n".join(
        "\t".join(r"\N" if value is None else str(value) for value in row) for row in rows
    )
    quote = connection.ops.quote_name
    fields = [field.column for field in table._meta.concrete_fields]
    names = ", ".join(quote(name) for name in fields if name is not None)
    with connection.cursor() as cursor:
        cursor.copy_expert(
            f"COPY {quote(table._meta.db_table)} ({names}) FROM STDIN", io.StringIO(text)
        )


def _bulk_create(table: type[models.Model], rows: Iterable[Row]) -> None:
    names = columns(table)
    objects = [table(**dict(zip(names, row, strict=True))) for row in rows]
    table._default_manager.bulk_create(objects, batch_size=BATCH)
