"""People at work at the same moment, each with a connection of their own."""

import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from common.errors import RuleViolation
from tests.cases.callbacks.conftest import monday

__all__ = ["monday"]


@pytest.fixture(autouse=True)
def _committed(transactional_db: None) -> None:
    """What the test makes is there for every thread and process."""


@pytest.fixture
def report(capfd: pytest.CaptureFixture[str]) -> Callable[[str], None]:
    """Say a figure on the terminal, also when the test passes and from a worker of xdist."""

    def say(line: str) -> None:
        with capfd.disabled():
            sys.stderr.write(f"\n{line}\n")
            sys.stderr.flush()

    return say


def together(*acts: Callable[[], Any]) -> list[Any]:
    """Do all of it at once, in threads; per act its result, or how it was refused."""
    with crowd(len(acts)) as do:
        return do(*acts)


@contextmanager
def crowd(size: int) -> Iterator[Callable[..., list[Any]]]:
    """So many people who stay, each with a connection; what they get they do at once."""
    start = threading.Barrier(size)

    def run(act: Callable[[], Any]) -> Any:
        try:
            start.wait(timeout=60)
            return act()
        except (RuleViolation, PermissionDenied) as refusal:
            return refusal

    with ThreadPoolExecutor(size) as pool:
        try:
            yield lambda *acts: list(pool.map(run, acts))
        finally:
            start.reset()
            list(pool.map(run, (_leave,) * size))


def _leave() -> None:
    connection.close()


def done(results: list[Any]) -> list[Any]:
    """The results of what was not refused."""
    return [each for each in results if not isinstance(each, Exception)]


def refused(results: list[Any]) -> list[str]:
    """The words of what was refused."""
    return [str(each) for each in results if isinstance(each, Exception)]
