"""Nobody has two covers at once, none lasts over two weeks: the database keeps it (WN-3, WN-4).

On both engines: an exclusion and a check on PostgreSQL, triggers on SQLite. A later migration that
rebuilds the table on SQLite calls ``install`` again.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "clusters_cover"
ONCE, TWO_WEEKS = "cover_once_at_a_time", "cover_two_weeks"
ONE_AT_A_TIME = 4_117_006
"""Advisory lock: one act at a time, since a chain may lead past people whom nobody locked."""
ON_POSTGRESQL = (
    f"""
    ALTER TABLE {TABLE} ADD CONSTRAINT {ONCE} EXCLUDE USING gist (
        box(
            point(employee_id, first_day - DATE '2000-01-01'),
            point(employee_id, last_day - DATE '2000-01-01')
        ) WITH &&
    ) WHERE (ended_at IS NULL)""",
    f"ALTER TABLE {TABLE} ADD CONSTRAINT {TWO_WEEKS} CHECK (last_day - first_day <= 13)",
)
SAME = f"""
NEW.ended_at IS NULL AND EXISTS (
    SELECT 1 FROM {TABLE} a
    WHERE a.employee_id = NEW.employee_id AND a.ended_at IS NULL
    AND a.first_day <= NEW.last_day AND a.last_day >= NEW.first_day"""
TOO_LONG = "julianday(NEW.last_day) - julianday(NEW.first_day) > 13"
TRIGGERS = (
    (ONCE, "INSERT", f"{SAME})"),
    (ONCE, "UPDATE", f"{SAME} AND a.id <> OLD.id)"),
    (TWO_WEEKS, "INSERT", TOO_LONG),
    (TWO_WEEKS, "UPDATE", TOO_LONG),
)


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the rules in the database."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for rule in ON_POSTGRESQL:
                cursor.execute(rule)
            return
        for name, event, condition in TRIGGERS:
            cursor.execute(
                f"CREATE TRIGGER {name}_{event.lower()} BEFORE {event} ON {TABLE}"
                f" WHEN {condition} BEGIN SELECT RAISE(ABORT, '{name}'); END"
            )


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take them out again: for the way back of the migration."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for name in (ONCE, TWO_WEEKS):
                cursor.execute(f"ALTER TABLE {TABLE} DROP CONSTRAINT IF EXISTS {name}")
            return
        for name, event, _ in TRIGGERS:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}_{event.lower()}")


def wait_for_turn(connection: BaseDatabaseWrapper) -> None:
    """One cover is arranged at a time, until the end of the transaction; SQLite does so itself."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
