"""Say how complex a dossier is and how the team is involved (TRI-4, TRI-5)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.services.writing import CHANGED
from cases.dossiers.tracing import leave_line, lock_file, may
from cases.intakes.models.triage import Complexity, Involvement
from cases.permissions import Action
from clusters.models import User
from common.errors import RuleViolation


@transaction.atomic
def characterise_file(
    *,
    file_id: int,
    complexity: str,
    involvement: str,
    version: int,
    by: User,
    at: datetime | None = None,
) -> ResidentFile:
    """Say how complex the questions are and in which way the team is involved.

    Rules: DS-3 (who works in it), DS-10 (not over what a colleague just said), DS-21 (what it was
        stands on the line).
    Raises: RuleViolation when a colleague was first, or the dossier is closed; PermissionDenied.
    Effects: both on the dossier, one version on; a line with what it was; audit line.
    """
    file = lock_file(file_id, by)
    decision = may(file, Action.WRITE_FILE, by)
    wanted = (Complexity(complexity).value, Involvement(involvement).value)
    if wanted == (file.complexity, file.involvement):
        return file
    if version != file.version:
        raise RuleViolation(CHANGED, field="version")
    before = file.character
    file.complexity, file.involvement = wanted
    file.version += 1
    file.save(update_fields=["complexity", "involvement", "version"])
    leave_line(file, LineKind.CHARACTER, by=by, at=at or timezone.now(), words=before)
    fields = ["complexity", "involvement"]
    record("file.characterised", file, by=by, decision=decision, fields=fields)
    return file
