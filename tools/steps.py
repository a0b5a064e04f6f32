"""The steps of a start on the screen: a number, a name and how long it took."""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO


class Steps:
    """Prints "2/8 Voorkant … 3 s"; on a terminal the seconds count while the step runs."""

    def __init__(self, total: int, first: int = 1, out: TextIO | None = None) -> None:
        self.total = total
        self.number = first - 1
        self.out = out or sys.stdout

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Show one step while its body runs; a failing body ends the line and passes on."""
        self.number += 1
        line = f"{self.number}/{self.total} {name} …"
        began = time.monotonic()
        ended = threading.Event()
        ticker = threading.Thread(target=self._tick, args=(line, began, ended), daemon=True)
        self._show(line)
        if self.out.isatty():
            ticker.start()
        outcome = " mislukt"
        try:
            yield
            outcome = f" {_seconds(began)}"
        finally:
            ended.set()
            if ticker.is_alive():
                ticker.join()
            self._show(f"\r{line}{outcome}\n" if self.out.isatty() else f"{outcome}\n")

    def _tick(self, line: str, began: float, ended: threading.Event) -> None:
        while not ended.wait(1):
            self._show(f"\r{line} {_seconds(began)}")

    def _show(self, text: str) -> None:
        self.out.write(text)
        self.out.flush()


def _seconds(began: float) -> str:
    return f"{time.monotonic() - began:.0f} s"
