"""What the worker does with the extracts that wait: check one, read one in, throw away the old."""

import logging
import time
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.brp.checking import Check, check_file
from cases.brp.lifecycle import LIFECYCLE, UploadState
from cases.brp.lines import FileRefused
from cases.brp.models import REASON_LENGTH, REFUSAL_LENGTH, BrpFault, BrpUpload
from cases.brp.progress import Progress, forget, only_worker
from cases.brp.services.importing import register_extract
from cases.brp.services.uploads import end
from cases.permissions import GRANTS, Action
from clusters.models import Role, User

MOST_ATTEMPTS = 3
KEEP_FILE, KEEP_REPORT = timedelta(days=1), timedelta(days=30)
ORPHAN_SECONDS = 3600
NO_LUCK = "Het lukte drie keer niet. Er is niets ingelezen. Upload het bestand opnieuw."
NO_RIGHT = "Wie dit begon, mag geen uittreksel meer inlezen. Er is niets ingelezen."
log = logging.getLogger(__name__)


def work_on_extracts(*, at: datetime) -> int:
    """Everything there is to do, one after the other; nothing when another worker is at it.

    Rules: UT-6 (nothing stays over a day), UT-7 (one worker at a time, the oldest first).
    Raises: nothing about a file; that ends up in its row.
    Effects: extracts are checked, read in or thrown away; returns how many.
    """
    with only_worker() as is_mine:
        if not is_mine:
            return 0
        _throw_away_old(at)
        tried: set[int] = set()
        while (number := _next_but(tried)) is not None:
            tried.add(number)
            _work_on(number)
        return len(tried)


def _next_but(tried: set[int]) -> int | None:
    """What waits longest and was not tried in this round; a step further counts as new work."""
    rows = BrpUpload.objects.to_work_on().exclude(pk__in=tried)
    return rows.values_list("pk", flat=True).first()


def _work_on(upload_id: int) -> None:
    """Check it or read it in; of an unknown error the log gets the kind and never the words."""
    upload = _begin(upload_id)
    if upload is None:
        return
    try:
        if upload.state == UploadState.UPLOADED:
            _check(upload)
        else:
            _import(upload)
    except FileRefused as refused:
        _fail(upload_id, str(refused))
    except PermissionDenied:
        _fail(upload_id, NO_RIGHT)
    except Exception as error:
        log.error("BRP-uittreksel %s: %s", upload_id, type(error).__name__)
    finally:
        forget(upload.token)


@transaction.atomic
def _begin(upload_id: int) -> BrpUpload | None:
    """Count the attempt before it is made, so that one which kills the worker ends some day."""
    upload = _locked(upload_id)
    if upload is None or not upload.is_worked_on:
        return None
    if upload.attempts >= MOST_ATTEMPTS:
        end(upload, "fail", at=timezone.now(), refusal=NO_LUCK)
        record("extract.failed", upload, by=None, fields=["state"])
        return None
    upload.attempts += 1
    upload.save(update_fields=["attempts"])
    return upload


def _check(upload: BrpUpload) -> None:
    """Read all of it and keep the report; nobody waits for a lock meanwhile."""
    today = timezone.localdate()
    with upload.open() as file:
        check = check_file(file, today=today, tell=Progress(upload).tell)
    _keep_report(upload.pk, check)


@transaction.atomic
def _keep_report(upload_id: int, check: Check) -> None:
    """Numbers, columns and reasons; unless it was stopped while it was read."""
    upload = _locked(upload_id)
    if upload is None or upload.state != UploadState.UPLOADED:
        return
    upload.faults.all().delete()
    rows = (
        BrpFault(
            upload=upload, line=each.line, column=each.column, reason=each.reason[:REASON_LENGTH]
        )
        for each in check.faults
    )
    BrpFault.objects.bulk_create(rows, batch_size=1000)
    upload.state = LIFECYCLE.target("check", upload.state)
    upload.lines, upload.faulty = check.lines, len(check.faulty)
    upload.checked_on, upload.attempts = timezone.localdate(), 0
    upload.version += 1
    upload.save(update_fields=["state", "lines", "faulty", "checked_on", "attempts", "version"])
    record("extract.checked", upload, by=None, fields=["state"])


@transaction.atomic
def _import(upload: BrpUpload) -> None:
    """All residents and the end of the upload in one transaction, which holds the row (UT-1)."""
    mine = _locked(upload.pk)
    if mine is None or mine.state != UploadState.IMPORTING or mine.checked_on is None:
        return
    by = User.objects.get(pk=mine.uploaded_by_id)
    by.chosen_role = Role.CITY_HALL_TEAM  # type: ignore[attr-defined]  # as the session does
    decision = GRANTS.require(by, Action.IMPORT_EXTRACT)
    faulty = frozenset(mine.faults.values_list("line", flat=True))
    with mine.open() as file:
        tell = Progress(mine).tell
        register_extract(file=file, faulty=faulty, today=mine.checked_on, by=by, tell=tell)
    end(mine, "finish", at=timezone.now())
    record("extract.finished", mine, by=by, decision=decision, fields=["state"])


@transaction.atomic
def _fail(upload_id: int, why: str) -> None:
    """It cannot be read: say why and throw the file away."""
    upload = _locked(upload_id)
    if upload is not None and upload.is_worked_on:
        end(upload, "fail", at=timezone.now(), refusal=why[:REFUSAL_LENGTH])
        record("extract.failed", upload, by=None, fields=["state"])


def _locked(upload_id: int) -> BrpUpload | None:
    """The row, unless another transaction holds it: then that one is at work on it."""
    return BrpUpload.objects.select_for_update(skip_locked=True).filter(pk=upload_id).first()


def _throw_away_old(at: datetime) -> None:
    """Extracts of a day old, reports of a month old, and files without a row."""
    old = BrpUpload.objects.live().filter(uploaded_at__lte=at - KEEP_FILE)
    for number in list(old.values_list("pk", flat=True)):
        _expire(number, at)
    BrpFault.objects.filter(upload__ended_at__lte=at - KEEP_REPORT).delete()
    live = {str(token) for token in BrpUpload.objects.live().values_list("token", flat=True)}
    for path in Path(settings.UPLOAD_DIR).iterdir():
        is_file = path.suffix in (".closed", ".progress", ".fresh")
        if is_file and path.stem not in live and _is_old(path):
            path.unlink(missing_ok=True)


@transaction.atomic
def _expire(upload_id: int, at: datetime) -> None:
    upload = _locked(upload_id)
    if upload is not None and upload.is_live:
        end(upload, "expire", at=at, refusal="Na een dag weggegooid.")
        record("extract.expired", upload, by=None, fields=["state"])


def _is_old(path: Path) -> bool:
    """Whether no request can still be busy with it."""
    try:
        return time.time() - path.stat().st_mtime > ORPHAN_SECONDS
    except FileNotFoundError:
        return False
