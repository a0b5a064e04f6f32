"""Withdraw a document that should not have been there."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.documents.models import Document
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.tracing import leave_line, may
from cases.permissions import Action
from clusters.models import User
from common.errors import RuleViolation


@transaction.atomic
def withdraw_document(
    *, file_id: int, document_id: int, words: str, by: User, at: datetime | None = None
) -> Document:
    """From now on only the casusregisseur opens it; the bytes stay as long as the dossier.

    Rules: DC-1 (who works in the dossier), DC-6 (with a reason, never removed), DC-9 (sent twice).
    Raises: RuleViolation without a reason, when it was withdrawn for another reason, or the dossier
        is closed; PermissionDenied.
    Effects: the document; a line; audit line.
    """
    at = at or timezone.now()
    scope = ResidentFile.objects.visible_to(by).select_for_update(of=("self",))
    file = scope.get(pk=file_id)
    decision = may(file, Action.WRITE_FILE, by)
    rows = file.documents.select_related("withdrawn_by").select_for_update(of=("self",))
    document = rows.get(pk=document_id)
    document.file = file
    if not words.strip():
        raise RuleViolation("Schrijf kort op waarom.", field="words")
    if document.is_withdrawn:
        return _withdrawn_before(document, words)
    document.withdrawn_at, document.withdrawn_by = at, by
    document.reason = document.shut("reason", words)
    document.save(update_fields=["withdrawn_at", "withdrawn_by", "reason"])
    told = f"{document.get_kind_display()}: {document.name}\n{words}"
    leave_line(file, LineKind.DOC_GONE, by=by, at=at, words=told)
    record("document.withdrawn", document, by=by, decision=decision, fields=["withdrawn_at"])
    return document


def _withdrawn_before(document: Document, words: str) -> Document:
    """The same reason a second time is one act; another one is refused."""
    if document.why_withdrawn == words:
        return document
    raise RuleViolation(f"{document.withdrawn_by} trok dit document al in.")
