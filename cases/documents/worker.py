"""Rounds of the worker: ask the scanner, sweep up files without a row, miss rows without a file.

Not a service: a scan takes long, so there is no transaction while it runs. A worker that is killed
halfway leaves the document waiting, and the next round finds it.
"""

import logging
import time
import uuid
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from cases.documents.lifecycle import ScanState
from cases.documents.models import Document
from cases.documents.scanning import Scanner, ScannerSilent, scanner
from cases.documents.services import note_missing, settle_scan
from cases.documents.storing import CLOSED, PART, open_bytes, place_of
from clusters.operations.health import OK, reports

A_DAY, AT_ONCE, PER_ROUND, MOST_FAILURES = 24 * 3600, 500, 200, 3
PATIENCE = timedelta(minutes=15)
log = logging.getLogger(__name__)


def scan_waiting(*, at: datetime) -> int:
    """Every document without a verdict, the oldest first; stops when the scanner stays silent."""
    ask = scanner()
    if ask is None:
        return 0
    judged = failures = 0
    rows = Document.objects.unjudged().filter(missing_since=None).select_related("file")
    for document in rows[:PER_ROUND]:
        if _judge(document, ask, at):
            judged, failures = judged + 1, 0
        else:
            failures += 1
        if failures == MOST_FAILURES:
            break
    return judged


def _judge(document: Document, ask: Scanner, at: datetime) -> bool:
    """Whether there is a verdict; of an error the log gets the kind and never the words."""
    try:
        with open_bytes(document) as stream:
            verdict = ask(stream)
    except ScannerSilent as silent:
        log.warning("document %s is not scanned: %s", document.pk, silent)
        return False
    except Exception as error:
        log.error("document %s is not scanned: %s", document.pk, type(error).__name__)
        return False
    return settle_scan(document_id=document.pk, verdict=verdict, at=at)


def tidy(*, at: datetime) -> int:
    """Files of a day old that no row knows go; rows whose file is not there are noted. How many."""
    return _sweep_orphans() + _look_for_missing(at)


def _sweep_orphans() -> int:
    """What a crash between file and row left behind, and halves of a file."""
    gone = 0
    for paths in _by_hundreds(_old_files()):
        rows = Document.objects.on_disk().filter(token__in=[path.stem for path in paths])
        known = {str(token) for token in rows.values_list("token", flat=True)}
        for path in paths:
            if path.suffix == PART or path.stem not in known:
                path.unlink(missing_ok=True)
                gone += 1
    return gone


def _old_files() -> Iterator[Path]:
    """Ours, and not of a request that may still be busy with it."""
    for path in Path(settings.DOCUMENT_DIR).glob("??/*"):
        is_ours = path.suffix in (CLOSED, PART) and _is_token(path.stem)
        if is_ours and _age(path) > A_DAY:
            yield path


def _look_for_missing(at: datetime) -> int:
    """Compare every row with the disk; only what changed is written."""
    rows = Document.objects.on_disk().order_by("pk").values_list("pk", "token", "missing_since")
    noted = 0
    for batch in _by_hundreds(rows.iterator(chunk_size=AT_ONCE)):
        missing = [pk for pk, token, since in batch if not since and not _is_there(token)]
        back = [pk for pk, token, since in batch if since and _is_there(token)]
        if missing or back:
            noted += note_missing(document_ids=missing, found_ids=back, at=at)
    return noted


def _by_hundreds(things: Iterable[Any]) -> Iterator[list[Any]]:
    """A few hundred at a time, so that a million fit in memory."""
    all_of_them = iter(things)
    while some := list(islice(all_of_them, AT_ONCE)):
        yield some


def _is_there(token: uuid.UUID) -> bool:
    return place_of(token).exists()


def _is_token(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except FileNotFoundError:
        return 0


@reports("Documenten")
def complaint() -> str:
    """For the page of the worker: files that are not there, and a scanner that stays silent."""
    missing = Document.objects.filter(missing_since__isnull=False).count()
    if missing:
        return f"bestand ontbreekt bij {missing} document{'en' if missing > 1 else ''}"
    long_ago = timezone.now() - PATIENCE
    waiting = Document.objects.filter(scan=ScanState.WAITING, added_at__lt=long_ago).count()
    return f"virusscan loopt achter: {waiting} wachten" if waiting else OK
