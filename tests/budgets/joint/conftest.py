"""A working Monday with the kinds of costs and a draft of this year."""

from types import SimpleNamespace
from typing import Any

import pytest

from tests.factories.joint import a_budget, kinds


@pytest.fixture
def plan(monday: Any, cast: SimpleNamespace, noord: Any) -> SimpleNamespace:
    """The cast, the general manager as ``by``, and an empty draft."""
    kinds()
    by = cast.general_manager
    return SimpleNamespace(cast=cast, noord=noord, by=by, budget=a_budget(by))
