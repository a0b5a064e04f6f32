"""A Monday at ten o'clock, in a house with a calendar."""

from datetime import datetime
from typing import Any

import pytest

from tests.factories.cases import MONDAY


@pytest.fixture
def monday(time_machine: Any, calendar_data: None) -> datetime:
    """The clock stands still on a working Monday at ten; norms, subjects and outcomes exist."""
    time_machine.move_to(MONDAY, tick=False)
    return MONDAY
