"""Nobody is away twice at once: the rule that the database itself keeps, on both engines (AF-3).

Being ill is a layer of its own, since people fall ill on holiday. A day is two halves, so that a
morning and an afternoon of one day stand side by side.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "clusters_absence"
NAME = "absence_once_at_a_time"
ADD = f"""
ALTER TABLE {TABLE} ADD CONSTRAINT {NAME} EXCLUDE USING gist (
    box(
        point(
            employee_id * 2 + CASE kind WHEN 'sick' THEN 1 ELSE 0 END,
            (first_day - DATE '2000-01-01') * 2 + CASE half WHEN 'afternoon' THEN 1 ELSE 0 END
        ),
        point(
            employee_id * 2 + CASE kind WHEN 'sick' THEN 1 ELSE 0 END,
            (last_day - DATE '2000-01-01') * 2 + CASE half WHEN 'morning' THEN 0 ELSE 1 END
        )
    ) WITH &&
) WHERE (withdrawn_at IS NULL)"""
"""A box per absence, as wide as one layer of one employee and as long as its half days."""

SAME = f"""
NEW.withdrawn_at IS NULL AND EXISTS (
    SELECT 1 FROM {TABLE} a
    WHERE a.employee_id = NEW.employee_id AND a.withdrawn_at IS NULL
    AND (a.kind = 'sick') = (NEW.kind = 'sick')
    AND a.first_day <= NEW.last_day AND a.last_day >= NEW.first_day
    AND (a.half = NEW.half OR a.half = 'whole' OR NEW.half = 'whole')"""
TRIGGERS = (("INSERT", f"{SAME})"), ("UPDATE", f"{SAME} AND a.id <> OLD.id)"))


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the rule in the database."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(ADD)
            return
        for event, condition in TRIGGERS:
            cursor.execute(
                f"CREATE TRIGGER {NAME}_{event.lower()} BEFORE {event} ON {TABLE}"
                f" WHEN {condition} BEGIN SELECT RAISE(ABORT, '{NAME}'); END"
            )


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take it out again: for the way back of the migration."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"ALTER TABLE {TABLE} DROP CONSTRAINT IF EXISTS {NAME}")
            return
        for event, _ in TRIGGERS:
            cursor.execute(f"DROP TRIGGER IF EXISTS {NAME}_{event.lower()}")
