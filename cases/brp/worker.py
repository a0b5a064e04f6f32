"""One round of the worker: check, read in and throw away, one extract after the other.

Not a service: every extract has transactions of its own, and a check has none while it reads.
"""

import logging
import time
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from cases.brp.checking import check_file
from cases.brp.lifecycle import UploadState
from cases.brp.lines import FileRefused
from cases.brp.models import BrpUpload
from cases.brp.progress import Progress, forget, only_worker
from cases.brp.services import (
    begin_work,
    drop_reports,
    expire_upload,
    give_up,
    keep_report,
    read_in,
)

KEEP_FILE = timedelta(days=1)
ORPHAN_SECONDS = 3600
NO_RIGHT = "Wie dit begon, mag geen uittreksel meer inlezen. Er is niets ingelezen."
log = logging.getLogger(__name__)


def work_on_extracts(*, at: datetime) -> int:
    """Everything there is to do; nothing when another worker is at it (UT-7). How many."""
    with only_worker() as is_mine:
        if not is_mine:
            return 0
        _throw_away_old(at)
        tried: set[int] = set()
        while (number := _next_but(tried)) is not None:
            tried.add(number)
            work_on(number)
        return len(tried)


def work_on(upload_id: int) -> None:
    """Check it or read it in; of an unknown error the log gets the kind and never the words."""
    upload = begin_work(upload_id=upload_id)
    if upload is None:
        return
    try:
        _check(upload) if upload.state == UploadState.UPLOADED else read_in(upload_id=upload_id)
    except FileRefused as refused:
        give_up(upload_id=upload_id, why=str(refused))
    except PermissionDenied:
        give_up(upload_id=upload_id, why=NO_RIGHT)
    except Exception as error:
        log.error("BRP-uittreksel %s: %s", upload_id, type(error).__name__)
    finally:
        forget(upload.token)


def _check(upload: BrpUpload) -> None:
    """Read all of it and keep the report; nobody waits for a lock meanwhile."""
    with upload.open() as file:
        check = check_file(file, today=timezone.localdate(), tell=Progress(upload).tell)
    keep_report(upload_id=upload.pk, check=check)


def _next_but(tried: set[int]) -> int | None:
    """What waits longest and was not tried in this round."""
    rows = BrpUpload.objects.to_work_on().exclude(pk__in=tried)
    return rows.values_list("pk", flat=True).first()


def _throw_away_old(at: datetime) -> None:
    """Extracts of a day old, reports of a month old, and files without a row (UT-6)."""
    old = BrpUpload.objects.live().filter(uploaded_at__lte=at - KEEP_FILE)
    for number in list(old.values_list("pk", flat=True)):
        expire_upload(upload_id=number)
    drop_reports(at=at)
    live = {str(token) for token in BrpUpload.objects.live().values_list("token", flat=True)}
    for path in Path(settings.UPLOAD_DIR).iterdir():
        is_ours = path.suffix in (".closed", ".progress", ".fresh")
        if is_ours and path.stem not in live and _is_old(path):
            path.unlink(missing_ok=True)


def _is_old(path: Path) -> bool:
    """Whether no request can still be busy with it."""
    try:
        return time.time() - path.stat().st_mtime > ORPHAN_SECONDS
    except FileNotFoundError:
        return False
