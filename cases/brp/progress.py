"""How far the worker is, in a small file beside the closed one: the heartbeat of an import.

A column would not do: an import is one transaction, of which nobody sees anything before its end.
When the worker is killed the file stays as it was, and its age says so.
"""

import fcntl
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from cases.brp.models import BrpUpload, closed_path

QUARTER = 25
STUCK_SECONDS = 60
"""So long without a beat and the worker is gone; a batch takes half a second."""


@dataclass(frozen=True)
class Standing:
    """What the screen says: the share that is done, or that it waits or is stuck."""

    percent: int = 0
    is_running: bool = False
    is_stuck: bool = False

    @property
    def shown(self) -> str:
        """What a page shows, so that it hears only of what changed."""
        return f"{self.percent}-{self.is_running:d}{self.is_stuck:d}"

    @property
    def quarter(self) -> int:
        """So many quarters are done: what is said aloud, and not every percent."""
        return self.percent // QUARTER


class Progress:
    """Writes how far it is; ``gone`` when there is nothing to say any more."""

    def __init__(self, upload: BrpUpload) -> None:
        self.path, self.size = _path(upload.token), max(1, upload.size)
        self.tell(0)

    def tell(self, done: int) -> None:
        """So many bytes are done; whole or not at all on disk."""
        percent = min(100, 100 * done // self.size)
        fresh = self.path.with_suffix(".fresh")
        fresh.write_text(f"{percent} {timezone.now().timestamp()}", encoding="ascii")
        fresh.replace(self.path)


def forget(token: uuid.UUID) -> None:
    """Nobody works on it now."""
    _path(token).unlink(missing_ok=True)


def throw_away(token: uuid.UUID) -> None:
    """Remove the file and what was said of it; its key went with the row."""
    closed_path(token).unlink(missing_ok=True)
    forget(token)


def standing_of(upload: BrpUpload, at: datetime) -> Standing:
    """Whether somebody works on it, and how far they are."""
    try:
        percent, beat = _path(upload.token).read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return Standing()
    is_stuck = at.timestamp() - float(beat) > STUCK_SECONDS
    return Standing(int(percent), is_running=not is_stuck, is_stuck=is_stuck)


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
