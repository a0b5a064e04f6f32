"""Versions of planned lines can only be added, in the database itself (GJ-6)."""

from django.db.backends.base.base import BaseDatabaseWrapper

from audit import append_only

TABLES = {
    "budgets_plannedline": (
        "id = NEW.id OR key = NEW.key",
        "line = NEW.line AND number = NEW.number",
    )
}


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers on the lines."""
    append_only.install(connection, TABLES)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take them off again: for the way back of the migration, and for tests."""
    append_only.remove(connection, TABLES)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The triggers that are not there any more."""
    return append_only.missing(connection, TABLES)
