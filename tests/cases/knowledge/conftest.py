"""A Monday at ten o'clock, and the words of earlier tests forgotten."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine

from tests.factories.cases import MONDAY


@pytest.fixture(autouse=True)
def monday() -> Iterator[Any]:
    """The clock stands still on a working Monday at ten."""
    with time_machine.travel(MONDAY, tick=False) as clock:
        yield clock
