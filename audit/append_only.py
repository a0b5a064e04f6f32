"""Makes the trail append-only in the database itself, on PostgreSQL and on SQLite (AUD-4).

Called by a migration; a later migration that rebuilds one of these tables on SQLite loses its
triggers and calls ``install`` again (``audit_verify`` and a test notice when it does not). There
is no setting, role or variable that lets a change through: whoever must, owns the table.
``tables`` are those of the trail unless another app gives its own.
"""

from collections.abc import Mapping

from django.db.backends.base.base import BaseDatabaseWrapper

Tables = Mapping[str, tuple[str, str]]

# What makes a row unique: INSERT OR REPLACE on SQLite removes such a row without a DELETE.
TABLES: Tables = {
    "audit_auditevent": ("id = NEW.id", "uuid = NEW.uuid"),
    "audit_auditsubject": (
        "id = NEW.id",
        "event_id = NEW.event_id AND resident_id = NEW.resident_id",
    ),
    "audit_auditseal": ("id = NEW.id", "n = NEW.n"),
}
MESSAGE = "this table is append-only"

_POSTGRES_FUNCTION = f"""
CREATE OR REPLACE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '{MESSAGE}: % on %', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$
"""
_POSTGRES_TABLE = (
    "CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}"
    " FOR EACH ROW EXECUTE FUNCTION audit_refuse_change()",
    "CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}"
    " FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change()",
    # ALWAYS: also for a session that calls itself a replica.
    "ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_no_change",
    "ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_no_truncate",
)
_SQLITE_TABLE = (
    "CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}"
    " BEGIN SELECT RAISE(ABORT, '{message}'); END",
    "CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}"
    " BEGIN SELECT RAISE(ABORT, '{message}'); END",
    "CREATE TRIGGER {table}_no_replace_0 BEFORE INSERT ON {table}"
    " WHEN EXISTS (SELECT 1 FROM {table} WHERE {key_0})"
    " BEGIN SELECT RAISE(ABORT, '{message}'); END",
    "CREATE TRIGGER {table}_no_replace_1 BEFORE INSERT ON {table}"
    " WHEN EXISTS (SELECT 1 FROM {table} WHERE {key_1})"
    " BEGIN SELECT RAISE(ABORT, '{message}'); END",
)


def install(connection: BaseDatabaseWrapper, tables: Tables = TABLES) -> None:
    """Put the triggers on the tables."""
    statements = _POSTGRES_TABLE if connection.vendor == "postgresql" else _SQLITE_TABLE
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRES_FUNCTION)
        for table, keys in tables.items():
            for statement in statements:
                cursor.execute(
                    statement.format(table=table, message=MESSAGE, key_0=keys[0], key_1=keys[1])
                )


def remove(connection: BaseDatabaseWrapper, tables: Tables = TABLES) -> None:
    """Take the triggers off again: for the way back of the migration, and for tests."""
    with connection.cursor() as cursor:
        for name, table in _names(connection.vendor, tables):
            on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")


def missing(connection: BaseDatabaseWrapper, tables: Tables = TABLES) -> list[str]:
    """The triggers that are not there, or not always on: somebody took the lock off the door."""
    query = (
        "SELECT tgname FROM pg_trigger WHERE tgenabled = 'A' AND NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        present = {row[0] for row in cursor.fetchall()}
    return [name for name, _table in _names(connection.vendor, tables) if name not in present]


def _names(vendor: str, tables: Tables) -> list[tuple[str, str]]:
    """Every trigger with its table."""
    kinds = (
        ("no_change", "no_truncate")
        if vendor == "postgresql"
        else ("no_update", "no_delete", "no_replace_0", "no_replace_1")
    )
    return [(f"{table}_{kind}", table) for table in tables for kind in kinds]
