"""What the worker does to one extract: begin, keep the report, read in, give up, throw away."""

from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.brp.checking import Check
from cases.brp.lifecycle import LIFECYCLE, UploadState
from cases.brp.models import END_FIELDS, REASON_LENGTH, BrpFault, BrpUpload
from cases.brp.progress import Progress, throw_away
from cases.brp.services.importing import register_extract
from cases.permissions import GRANTS, Action
from clusters.models import Role, User

MOST_ATTEMPTS = 3
KEEP_REPORT = timedelta(days=30)
NO_LUCK = "Het lukte drie keer niet. Er is niets ingelezen. Upload het bestand opnieuw."


@transaction.atomic
def begin_work(*, upload_id: int) -> BrpUpload | None:
    """Count the attempt before it is made, so that one which kills the worker ends some day.

    Rules: UT-7 (three attempts).
    Raises: nothing; None when there is nothing to do.
    Effects: the upload with one attempt more, or failed with an audit line.
    """
    upload = _locked(upload_id)
    if upload is None or not upload.is_worked_on:
        return None
    if upload.attempts >= MOST_ATTEMPTS:
        _end(upload, "fail", "extract.failed", why=NO_LUCK)
        return None
    upload.attempts += 1
    upload.save(update_fields=["attempts"])
    return upload


@transaction.atomic
def keep_report(*, upload_id: int, check: Check) -> None:
    """Keep numbers, columns and reasons; unless it was stopped while it was read.

    Rules: UT-1 (never what a line said).
    Raises: nothing.
    Effects: a row per fault; audit line.
    """
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
    upload.checked_on, upload.attempts = check.day, 0
    upload.version += 1
    upload.save(update_fields=["state", "lines", "faulty", "checked_on", "attempts", "version"])
    record("extract.checked", upload, by=None, fields=["state"])


@transaction.atomic
def read_in(*, upload_id: int) -> None:
    """All residents and the end of the upload in one transaction, which holds the row.

    Rules: UT-1 (all of it or nothing), UT-5 (who began it may still do so), UT-7 (once).
    Raises: FileRefused, RuleViolation of ``register_extract``; PermissionDenied.
    Effects: those of ``register_extract``; audit line; after the commit the file is gone.
    """
    upload = _locked(upload_id)
    if upload is None or upload.state != UploadState.IMPORTING or upload.checked_on is None:
        return
    by = User.objects.get(pk=upload.uploaded_by_id)
    by.chosen_role = Role.CITY_HALL_TEAM  # type: ignore[attr-defined]  # as the session does
    GRANTS.require(by, Action.IMPORT_EXTRACT)
    faulty = frozenset(upload.faults.values_list("line", flat=True))
    tell = Progress(upload).tell
    with upload.open() as file:
        register_extract(file=file, faulty=faulty, today=upload.checked_on, by=by, tell=tell)
    _end(upload, "finish", "extract.finished", by=by)


@transaction.atomic
def give_up(*, upload_id: int, why: str) -> None:
    """It cannot be read: say why and throw the file away.

    Rules: UT-1, UT-6.
    Raises: nothing.
    Effects: audit line; after the commit the file is gone.
    """
    upload = _locked(upload_id)
    if upload is not None and upload.is_worked_on:
        _end(upload, "fail", "extract.failed", why=why)


@transaction.atomic
def expire_upload(*, upload_id: int) -> None:
    """Throw away what nobody decided about; what is being written at this moment is left alone.

    Rules: UT-6 (no file over a day).
    Raises: nothing.
    Effects: audit line; after the commit the file is gone.
    """
    upload = _locked(upload_id)
    if upload is not None and upload.is_live:
        _end(upload, "expire", "extract.expired", why="Na een dag weggegooid.")


@transaction.atomic
def drop_reports(*, at: datetime) -> None:
    """Throw away reports of a month old.

    Rules: UT-6.
    Raises: nothing.
    Effects: the faults are gone; the counts stay.
    """
    rows = BrpUpload.objects.filter(ended_at__lte=at - KEEP_REPORT, faulty__gt=0)
    numbers = list(rows.select_for_update(skip_locked=True).values_list("pk", flat=True))
    BrpFault.objects.filter(upload__in=numbers).delete()


def _end(upload: BrpUpload, step: str, code: str, *, why: str = "", by: User | None = None) -> None:
    """The last step with its line; the file goes after the commit."""
    upload.end(step, at=timezone.now(), refusal=why)
    upload.save(update_fields=END_FIELDS)
    record(code, upload, by=by, fields=["state"])
    transaction.on_commit(partial(throw_away, upload.token))


def _locked(upload_id: int) -> BrpUpload | None:
    """The row, unless another transaction holds it: then that one is at work on it."""
    return BrpUpload.objects.select_for_update(skip_locked=True).filter(pk=upload_id).first()
