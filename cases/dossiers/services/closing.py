"""Close a dossier when nothing in it is open any more."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.dossiers.lifecycle import LIFECYCLE
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.tracing import leave_line, may
from cases.dossiers.unfinished import unfinished
from cases.permissions import Action
from clusters.models import User
from common.errors import RuleViolation


@transaction.atomic
def close_file(*, file_id: int, words: str, by: User, at: datetime | None = None) -> ResidentFile:
    """End the dossier; from then on it changes no more.

    Rules: DS-6 (not with something open: the refusal says what), DS-7 (it changes no more).
    Raises: RuleViolation with the list of what is open; PermissionDenied.
    Effects: the end of the dossier; a line; audit line. The casusregisseur stays the last one.
    """
    at = at or timezone.now()
    scope = ResidentFile.objects.visible_to(by).select_for_update(of=("self",))
    file = scope.get(pk=file_id)
    if not file.is_open and file.relations_to(by):
        return file
    decision = may(file, Action.CLOSE_FILE, by)
    left = unfinished(file)
    if left:
        raise RuleViolation(f"Er staat nog open: {', '.join(left)}.")
    leave_line(file, LineKind.CLOSED, by=by, at=at, words=words)
    file.state, file.ended_at = LIFECYCLE.target("close", file.state), at
    file.save(update_fields=["state", "ended_at"])
    record("file.closed", file, by=by, decision=decision, fields=["state", "ended_at"])
    return file
