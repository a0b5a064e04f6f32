"""The line that every act leaves in its dossier, and the day from which keeping counts."""

import uuid
from datetime import datetime
from typing import Any

from cases.dossiers.lifecycle import LIFECYCLE
from cases.dossiers.models import FileLine, LineKind, ResidentFile
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.access import Decision
from common.deadlines import local_day
from common.errors import RuleViolation


def lock_file(file_id: int, by: User) -> ResidentFile:
    """The dossier in scope, locked; every act begins with it."""
    rows = ResidentFile.objects.visible_to(by).select_for_update(of=("self",))
    return rows.get(pk=file_id)


def may(file: ResidentFile, action: Action, by: User) -> Decision:
    """Why this employee may do this in a dossier in scope that runs (DS-7).

    Raises: RuleViolation when it is closed; PermissionDenied.
    """
    decision = GRANTS.require(by, action, file)
    if not LIFECYCLE.allows("write", file.state):
        raise RuleViolation("Dit dossier is afgesloten en verandert niet meer.")
    return decision


def leave_line(
    file: ResidentFile,
    kind: LineKind,
    *,
    by: User,
    at: datetime,
    words: str = "",
    key: uuid.UUID | None = None,
    **about: Any,
) -> FileLine:
    """Write what happened; ``about`` is the question or the person. Inside an act's transaction."""
    line = FileLine(file=file, resident_id=file.resident_id, kind=kind, by=by, at=at, **about)
    if key is not None:
        line.uuid = key
    if words:
        line.keep(words)
    line.save(force_insert=True)
    file.touched_on = local_day(at)
    file.save(update_fields=["touched_on"])
    return line
