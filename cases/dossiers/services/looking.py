"""Keep when somebody looked in a dossier, so that the next time it says what is new (DS-15)."""

from datetime import datetime

from django.db import transaction

from cases.dossiers.models import FileLook
from clusters.models import User


@transaction.atomic
def create_look(*, file_id: int, since: datetime | None, by: User, at: datetime) -> None:
    """Note that this employee sees the lines of a dossier at this moment; one statement.

    ``since`` is the moment after which lines are new on the page; empty on a first visit.

    Rules: DS-15 (within ten minutes it is the same visit: what was new then stays new).
    Raises: nothing.
    Effects: one row per dossier and employee; no audit line, for that of the page says it.
    """
    look = FileLook(file_id=file_id, employee=by, since=since or at, seen_at=at)
    FileLook.objects.bulk_create(
        [look],
        update_conflicts=True,
        unique_fields=["file", "employee"],
        update_fields=["since", "seen_at"],
    )
