"""A virus scanner of our own for the tests: it speaks as clamd does, on a free port."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

SIGN = b"X5O-TESTVIRUS"
"""What this scanner takes for a virus."""


class FakeClamd:
    """Reads INSTREAM and answers; ``reply`` None is a scanner that hangs."""

    def __init__(self, reply: bytes | None = b"") -> None:
        self.reply = reply
        self.streams: list[bytes] = []
        self.asked = threading.Event()
        self._door = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._door.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        """Stop listening."""
        self._door.close()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._door.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(line,), daemon=True).start()

    def _answer(self, line: socket.socket) -> None:
        with line, line.makefile("rb") as read:
            assert read.read(10) == b"zINSTREAM\0"
            body = b""
            while length := struct.unpack("!I", read.read(4))[0]:
                body += read.read(length)
            self.streams.append(body)
            self.asked.set()
            if self.reply is None:
                read.read(1)  # until the other side goes away
                return
            found = b"stream: Eicar-Test FOUND\0" if SIGN in body else b"stream: OK\0"
            line.sendall(self.reply or found)


@contextmanager
def fake_clamd(settings, reply: bytes | None = b"") -> Iterator[FakeClamd]:
    """The scanner of this installation for as long as the block lasts."""
    made = FakeClamd(reply)
    settings.DOCUMENT_SCANNER = "cases.documents.scanning.clamd"
    settings.CLAMD_ADDRESS = made.address
    try:
        yield made
    finally:
        made.close()
