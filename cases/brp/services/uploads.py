"""What somebody does with an extract on the screen: hand in, read in, stop, start again."""

import uuid
from functools import partial

from celery import current_app
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, OperationalError, transaction
from django.utils import timezone

from audit.services import record
from cases.brp.columns import check_header
from cases.brp.lifecycle import LIFECYCLE, UploadState
from cases.brp.lines import FileRefused, read_header
from cases.brp.models import END_FIELDS, BrpUpload
from cases.brp.progress import throw_away
from cases.brp.uploading import FIELD, ClosedUpload
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.errors import RuleViolation

TASK = "cases.brp.tasks.work_on_extracts"
BUSY = "Dit bestand wordt op dit moment ingelezen. Wacht tot het klaar is."
STALE = "Dit uittreksel is intussen veranderd. Lees het opnieuw."


@transaction.atomic
def register_upload(*, submission_key: uuid.UUID, extract: ClosedUpload, by: User) -> BrpUpload:
    """Keep a closed file to be checked; the same form a second time is the same upload.

    Rules: UT-5 (only the Wmo-team), UT-6 (closed).
    Raises: RuleViolation for a file that is no extract; PermissionDenied.
    Effects: a row with the key of the file; audit line; after the commit the worker is called.
    """
    decision = GRANTS.require(by, Action.IMPORT_EXTRACT)
    before = BrpUpload.objects.filter(submission_key=submission_key).first()
    if before is not None:
        return _own(before, by)
    _check_begin(extract)
    upload = BrpUpload(submission_key=submission_key, uploaded_by=by, uploaded_at=timezone.now())
    upload.token, upload.wrapped_key = extract.token, extract.wrapped_key
    upload.size = extract.size or 0
    try:
        with transaction.atomic():
            upload.save()
    except IntegrityError:
        return _own(BrpUpload.objects.get(submission_key=submission_key), by)
    extract.is_kept = True
    record("extract.added", upload, by=by, decision=decision)
    transaction.on_commit(_call_worker, robust=True)
    return upload


@transaction.atomic
def start_import(*, upload_id: int, version: int, skip_faulty: bool, by: User) -> BrpUpload:
    """Read in what was checked; a second click finds it started.

    Rules: UT-1 (with faulty lines only when somebody agreed to skip them), UT-5.
    Raises: RuleViolation when it is stale, stopped, or has no right line; PermissionDenied.
    Effects: audit line; after the commit the worker is called.
    """
    upload, decision = _lock(upload_id), GRANTS.require(by, Action.IMPORT_EXTRACT)
    _own(upload, by)
    if upload.state in (UploadState.IMPORTING, UploadState.DONE):
        return upload
    state = LIFECYCLE.target("start", upload.state)
    if upload.version != version:
        raise RuleViolation(STALE)
    if upload.faulty and not skip_faulty:
        raise RuleViolation("Er zijn foute regels. Kies of u ze overslaat, of breek af.")
    if not upload.right:
        raise RuleViolation("Er is geen regel die ingelezen kan worden.")
    upload.state, upload.attempts, upload.version = state, 0, upload.version + 1
    upload.save(update_fields=["state", "attempts", "version"])
    record("extract.started", upload, by=by, decision=decision, fields=["state"])
    transaction.on_commit(_call_worker, robust=True)
    return upload


@transaction.atomic
def cancel_extract(*, upload_id: int, by: User) -> BrpUpload:
    """Stop it and throw the file away; stopped already is fine.

    Rules: UT-6. What is being written down at this moment cannot be stopped any more.
    Raises: RuleViolation when it is over or being written; PermissionDenied.
    Effects: audit line; after the commit the file is gone, and its key with the row.
    """
    upload, decision = _lock(upload_id), GRANTS.require(by, Action.IMPORT_EXTRACT)
    _own(upload, by)
    if upload.state != UploadState.CANCELLED:
        upload.end("cancel", at=timezone.now())
        upload.save(update_fields=END_FIELDS)
        transaction.on_commit(partial(throw_away, upload.token))
        record("extract.cancelled", upload, by=by, decision=decision, fields=["state"])
    return upload


@transaction.atomic
def restart_work(*, upload_id: int, by: User) -> BrpUpload:
    """Call the worker again after it was killed; a worker that still runs is left alone.

    Rules: UT-7 (one worker at a time).
    Raises: RuleViolation when there is nothing to do or it is being written; PermissionDenied.
    Effects: audit line; after the commit the worker is called.
    """
    upload, decision = _lock(upload_id), GRANTS.require(by, Action.IMPORT_EXTRACT)
    _own(upload, by)
    if not upload.is_worked_on:
        raise RuleViolation("Hier hoeft niets meer voor te draaien.")
    upload.attempts = 0
    upload.save(update_fields=["attempts"])
    record("extract.restarted", upload, by=by, decision=decision)
    transaction.on_commit(_call_worker, robust=True)
    return upload


def _lock(upload_id: int) -> BrpUpload:
    """The row for the rest of the transaction; RuleViolation when a worker is writing from it."""
    try:
        with transaction.atomic():
            return BrpUpload.objects.select_for_update(nowait=True).get(pk=upload_id)
    except OperationalError:
        raise RuleViolation(BUSY) from None


def _call_worker() -> None:
    """Ring the bell; without a broker the sweep of the next minute finds the work (design 6)."""
    current_app.send_task(TASK, retry=False)


def _own(upload: BrpUpload, by: User) -> BrpUpload:
    if upload.uploaded_by_id != by.pk:
        raise PermissionDenied
    return upload


def _check_begin(extract: ClosedUpload) -> None:
    """Refuse at once what is no extract: the kind, the size, the encoding and the columns."""
    if extract.refusal:
        raise RuleViolation(extract.refusal, field=FIELD)
    try:
        with extract.open_closed() as file:
            check_header(read_header(file)[0])
    except FileRefused as refused:
        raise RuleViolation(str(refused), field=FIELD) from None
