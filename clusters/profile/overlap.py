"""No two wishes of one cluster and specialism on one day: the database keeps it (TP-3).

On both engines: an exclusion on PostgreSQL, a trigger on SQLite. A later migration that rebuilds
the table on SQLite calls ``install`` again.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "clusters_profilewish"
ONCE = "profile_wish_once_at_a_time"
FOREVER = "'9999-12-31'"
PAIR = "cluster_id * 1000000.0 + specialism_id"
"""One number for both, so that a box is as wide as one cluster and specialism."""
ON_POSTGRESQL = f"""
    ALTER TABLE {TABLE} ADD CONSTRAINT {ONCE} EXCLUDE USING gist (
        box(
            point({PAIR}, valid_from - DATE '2000-01-01'),
            point({PAIR}, COALESCE(valid_until, DATE {FOREVER}) - DATE '2000-01-01')
        ) WITH &&
    )"""
SAME = f"""
EXISTS (
    SELECT 1 FROM {TABLE} a
    WHERE a.cluster_id = NEW.cluster_id AND a.specialism_id = NEW.specialism_id
    AND a.valid_from <= COALESCE(NEW.valid_until, {FOREVER})
    AND COALESCE(a.valid_until, {FOREVER}) >= NEW.valid_from"""
TRIGGERS = (("INSERT", f"{SAME})"), ("UPDATE", f"{SAME} AND a.id <> OLD.id)"))


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the rule in the database."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(ON_POSTGRESQL)
            return
        for event, condition in TRIGGERS:
            cursor.execute(
                f"CREATE TRIGGER {ONCE}_{event.lower()} BEFORE {event} ON {TABLE}"
                f" WHEN {condition} BEGIN SELECT RAISE(ABORT, '{ONCE}'); END"
            )


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take it out again: for the way back of the migration."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"ALTER TABLE {TABLE} DROP CONSTRAINT IF EXISTS {ONCE}")
            return
        for event, _ in TRIGGERS:
            cursor.execute(f"DROP TRIGGER IF EXISTS {ONCE}_{event.lower()}")
