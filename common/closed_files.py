"""A file that is closed on disk: sealed in chunks, so that a large one takes the memory of one.

Every chunk is bound to its place and to whether it is the last: chunks that were swapped, or a file
that was cut short, do not open. Reading may begin anywhere.
"""

import io
import os
from pathlib import Path
from typing import Any, BinaryIO

from common.sealing import Envelope

CHUNK = 64 * 1024
OVERHEAD = 28
"""Nonce and tag of AES-GCM."""
ONLY_OURS = 0o600


class ClosedWriter:
    """Seals what is written to it; nothing of it is on disk in the clear at any moment."""

    def __init__(self, path: Path, envelope: Envelope, *, bound_to: str) -> None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_OURS)
        self._out, self._envelope, self._bound_to = os.fdopen(number, "wb"), envelope, bound_to
        self._waiting, self._index, self.size = bytearray(), 0, 0

    def write(self, data: bytes) -> None:
        """Take more; what fills a chunk is sealed, but the last chunk waits for ``close``."""
        self._waiting += data
        self.size += len(data)
        while len(self._waiting) > CHUNK:
            self._put(bytes(self._waiting[:CHUNK]), is_last=False)
            del self._waiting[:CHUNK]

    def close(self) -> None:
        """Seal the last chunk, once."""
        if not self._out.closed:
            self._put(bytes(self._waiting), is_last=True)
            self._waiting.clear()
            self._out.close()

    def _put(self, plain: bytes, *, is_last: bool) -> None:
        place = _place(self._bound_to, self._index, is_last=is_last)
        self._out.write(self._envelope.seal(plain, bound_to=place))
        self._index += 1


class _ClosedReader(io.RawIOBase):
    """Opens one chunk at a time."""

    def __init__(self, path: Path, envelope: Envelope, *, bound_to: str) -> None:
        self._file, self._envelope, self._bound_to = path.open("rb"), envelope, bound_to
        whole = os.fstat(self._file.fileno()).st_size
        self._chunks = max(1, -(-whole // (CHUNK + OVERHEAD)))
        self._size = whole - self._chunks * OVERHEAD
        self._at, self._index, self._plain = 0, -1, b""

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place in the opened text."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = start + offset
        return self._at

    def readinto(self, buffer: Any) -> int:
        """Up to the end of the chunk; raises ``InvalidTag`` for what was tampered with."""
        index, inside = divmod(self._at, CHUNK)
        if index >= self._chunks:
            return 0
        self._open(index)
        piece = self._plain[inside : inside + len(buffer)]
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def close(self) -> None:
        self._file.close()
        super().close()

    def _open(self, index: int) -> None:
        if index != self._index:
            self._file.seek(index * (CHUNK + OVERHEAD))
            place = _place(self._bound_to, index, is_last=index == self._chunks - 1)
            sealed = self._file.read(CHUNK + OVERHEAD)
            self._plain, self._index = self._envelope.unseal(sealed, bound_to=place), index


def open_closed(path: Path, envelope: Envelope, *, bound_to: str) -> BinaryIO:
    """A closed file as one that can be read, line by line or from anywhere."""
    return io.BufferedReader(_ClosedReader(path, envelope, bound_to=bound_to), CHUNK)


def _place(bound_to: str, index: int, *, is_last: bool) -> str:
    return f"{bound_to}|{index}|{'last' if is_last else 'more'}"
