"""How far the worker is with a year, in a small file (see ``common.progress``)."""

from datetime import datetime
from pathlib import Path

from django.conf import settings

from budgets.closing.models import YearClosing
from common.progress import ProgressFile, Standing, standing_at


class Progress:
    """Writes how far it is, in balances; adding up is the first part of the work."""

    def __init__(self, closing: YearClosing) -> None:
        Path(settings.UPLOAD_DIR).mkdir(mode=0o700, parents=True, exist_ok=True)
        self.file = ProgressFile(_path(closing), 1)

    def tell(self, done: int, total: int) -> None:
        """So many balances are done, of so many."""
        self.file.size = max(1, total)
        self.file.tell(done)


def forget(closing: YearClosing) -> None:
    """Nobody works on it now."""
    _path(closing).unlink(missing_ok=True)


def standing_of(closing: YearClosing, at: datetime) -> Standing:
    """Whether somebody works on it, and how far they are."""
    return standing_at(_path(closing), at)


def _path(closing: YearClosing) -> Path:
    return Path(settings.UPLOAD_DIR) / f"year-{closing.key}.progress"
