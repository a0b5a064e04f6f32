"""How far the worker is with an extract, in a small file beside the closed one (UT-7)."""

import fcntl
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from django.conf import settings

from cases.brp.models import BrpUpload, closed_path
from common.progress import ProgressFile, Standing, standing_at


class Progress(ProgressFile):
    """Writes how far it is with this extract; ``size`` is in bytes."""

    def __init__(self, upload: BrpUpload) -> None:
        super().__init__(_path(upload.token), upload.size)


def forget(token: uuid.UUID) -> None:
    """Nobody works on it now."""
    _path(token).unlink(missing_ok=True)


def throw_away(token: uuid.UUID) -> None:
    """Remove the file and what was said of it; its key went with the row."""
    closed_path(token).unlink(missing_ok=True)
    forget(token)


def standing_of(upload: BrpUpload, at: datetime) -> Standing:
    """Whether somebody works on it, and how far they are."""
    return standing_at(_path(upload.token), at)


@contextmanager
def only_worker() -> Iterator[bool]:
    """Whether nobody else works on extracts; the system lets go of it when a worker is killed."""
    folder = Path(settings.UPLOAD_DIR)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    number = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield _is_locked(number)
    finally:
        os.close(number)


def _is_locked(number: int) -> bool:
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _path(token: uuid.UUID) -> Path:
    return Path(settings.UPLOAD_DIR) / f"{token}.progress"
