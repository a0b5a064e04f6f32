"""Add a document to a dossier."""

import uuid
from datetime import date, datetime

from celery import current_app
from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.documents.checking import FIELD, judge
from cases.documents.lifecycle import ScanState
from cases.documents.models import Document, DocumentKind
from cases.documents.naming import named_for
from cases.documents.scanning import scanner
from cases.documents.storing import keep_bytes
from cases.documents.uploading import DocumentUpload
from cases.dossiers.models import LineKind, ResidentFile
from cases.dossiers.tracing import leave_line, may
from cases.permissions import Action
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation

TASK = "cases.documents.tasks.scan_documents"
STALE = "Dit formulier is verouderd. Open de pagina opnieuw."


@transaction.atomic
def add_document(
    *,
    submission_key: uuid.UUID,
    file_id: int,
    document: DocumentUpload,
    kind: str,
    words: str,
    dated_on: date | None,
    by: User,
    at: datetime | None = None,
) -> Document:
    """Keep an uploaded file in a dossier, closed with its key.

    The bytes are whole on disk before the row is there: a crash leaves a file that nobody knows,
    which is swept up, and never a row without its file.

    Rules: DC-1 (who works in the dossier), DC-2 and DC-3 (by what is in it), DC-4 (closed), DC-7
        (nobody opens it before the scanner saw it), DC-8 (photos), DC-9 (a form sent twice).
    Raises: RuleViolation for a file that is refused, a date to come, or a closed dossier;
        PermissionDenied.
    Effects: a file and its row; a line; audit line; after the commit the scanner is called.
    """
    at = at or timezone.now()
    scope = ResidentFile.objects.visible_to(by).select_for_update(of=("self",))
    file = scope.get(pk=file_id)
    decision = may(file, Action.WRITE_FILE, by)
    if (earlier := Document.objects.filter(uuid=submission_key).first()) is not None:
        return _same(earlier, file)
    if dated_on is not None and dated_on > local_day(at):
        raise RuleViolation("Deze dag moet nog komen.", field="dated_on")
    made = _keep(document, Document(uuid=submission_key, file=file, token=uuid.uuid4()))
    made.resident_id, made.kind, made.dated_on = file.resident_id, DocumentKind(kind), dated_on
    made.added_at, made.added_by = at, by
    made.content = made.shut("content", words) if words else b""
    made.scan = ScanState.WAITING if scanner() else ScanState.UNSCANNED
    made.save(force_insert=True)
    leave_line(file, LineKind.DOCUMENT, by=by, at=at, words=_told(made))
    record("document.added", made, by=by, decision=decision)
    if made.scan == ScanState.WAITING:
        transaction.on_commit(_call_worker, robust=True)
    return made


def _keep(upload: DocumentUpload, made: Document) -> Document:
    """Judge the file, write it down, and note what it is."""
    if upload.refusal:
        raise RuleViolation(upload.refusal, field=FIELD)
    name = upload.name or ""
    with upload.open_closed() as source:
        media = judge(source, name)
        made.sha256, made.size = keep_bytes(source, media, made.token, made.file.envelope)
    made.media = media
    made.called = made.shut("called", named_for(name, media))
    return made


def _told(made: Document) -> str:
    """What the line of the dossier says of it."""
    return f"{made.get_kind_display()}: {made.name}"


def _same(earlier: Document, file: ResidentFile) -> Document:
    """What this form made before; a key of another dossier is no key here."""
    if earlier.file_id != file.pk:
        raise RuleViolation(STALE)
    return earlier


def _call_worker() -> None:
    """Ring the bell; without a broker the sweep of the next minute finds the work (design 6)."""
    current_app.send_task(TASK, retry=False)
