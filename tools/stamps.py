"""Stamps: what was done for which input, so that the second start skips it."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def fingerprint(paths: Iterable[Path], *extra: str) -> str:
    """One hash over the names and contents of ``paths`` (folders with everything in them)."""
    digest = hashlib.sha256()
    for part in extra:
        digest.update(part.encode() + b"\0")
    for path in sorted(each for start in paths for each in _files(start)):
        digest.update(str(path).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_current(stamp: Path, wanted: str) -> bool:
    """Whether the work of this stamp was done for exactly this input."""
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted


def write_stamp(stamp: Path, value: str) -> None:
    """Remember that the work is done; call this last."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(value, encoding="utf-8")


def _files(start: Path) -> Iterable[Path]:
    if start.is_dir():
        return (path for path in start.rglob("*") if path.is_file())
    return [start] if start.is_file() else []
