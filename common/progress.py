"""How far the worker is, in a small file that the page reads: the heartbeat of one long act.

A column would not do: such an act is one transaction, of which nobody sees anything before its
end. When the worker is killed the file stays as it was, and its age says so.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.utils import timezone

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


class ProgressFile:
    """Writes how far it is, of ``size`` in all."""

    def __init__(self, path: Path, size: int) -> None:
        self.path, self.size = path, max(1, size)
        self.tell(0)

    def tell(self, done: int) -> None:
        """So much is done; whole or not at all on disk."""
        percent = min(100, 100 * done // self.size)
        fresh = self.path.with_suffix(".fresh")
        fresh.write_text(f"{percent} {timezone.now().timestamp()}", encoding="ascii")
        fresh.replace(self.path)


def standing_at(path: Path, at: datetime) -> Standing:
    """Whether somebody works on it, and how far they are."""
    try:
        percent, beat = path.read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return Standing()
    is_stuck = at.timestamp() - float(beat) > STUCK_SECONDS
    return Standing(int(percent), is_running=not is_stuck, is_stuck=is_stuck)
