"""The web server and the worker as children of ``make run``: started, watched and ended together.

Each child has its own process group, so that Ctrl-C reaches this program alone and it decides the
order; on Linux a child also ends when this program is killed.
"""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType

from tools.configuration import Configuration
from tools.trouble import Trouble

PATIENCE = 10.0  # seconds a child gets to end by itself
SET_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of Linux


class Child:
    """One program in the background, with its own log."""

    def __init__(self, name: str, command: Sequence[str | Path], here: Configuration) -> None:
        self.name = name
        self.log = here.log(name)
        with self.log.open("a", encoding="utf-8") as out:
            self.process = subprocess.Popen(
                [str(part) for part in command],
                cwd=here.root,
                env=here.environment,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=_end_with_parent,  # safe: no threads run at this moment
            )

    def has_ended(self) -> bool:
        return self.process.poll() is not None

    def ask_to_end(self) -> None:
        with suppress(ProcessLookupError):
            self.process.terminate()

    def make_sure_it_ended(self, patience: float) -> None:
        """Wait, then end the whole group, grandchildren included."""
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=patience)
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Children:
    """All children of one run; leaving the ``with`` block ends every one of them."""

    def __init__(self) -> None:
        self.running: list[Child] = []
        self.must_stop = False

    def __enter__(self) -> "Children":
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._note_stop)
        return self

    def __exit__(self, *_exception: object) -> None:
        for child in self.running:
            child.ask_to_end()
        deadline = time.monotonic() + PATIENCE
        for child in self.running:
            child.make_sure_it_ended(max(0.0, deadline - time.monotonic()))

    def start(self, name: str, command: Sequence[str | Path], here: Configuration) -> None:
        self.running.append(Child(name, command, here))

    def check_all_run(self) -> None:
        """Raise Trouble for a child that ended by itself; the others then end as well."""
        for child in self.running:
            if child.has_ended() and not self.must_stop:
                raise Trouble(
                    f"{child.name} is gestopt (code {child.process.returncode}), daarom stopt "
                    f"alles; waarom staat in {child.log}, start daarna opnieuw met make run."
                )

    def watch(self) -> None:
        """Stay until somebody asks to stop, or a child dies."""
        while not self.must_stop:
            self.check_all_run()
            time.sleep(0.2)

    def _note_stop(self, _number: int, _frame: FrameType | None) -> None:
        self.must_stop = True


def _end_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SET_PARENT_DEATH_SIGNAL, signal.SIGTERM)
