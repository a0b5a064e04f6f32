"""Somebody of team Noord whose open request is on the handler's desk."""

from typing import Any

import pytest

from tests.cases.callbacks.conftest import monday
from tests.factories.cases import CallbackFactory, ResidentFactory

__all__ = ["monday"]


@pytest.fixture
def resident(cast: Any, noord: Any) -> Any:
    """Known by what was told."""
    who = ResidentFactory(
        name="Mw. A. Jansen",
        phone="+31612345678",
        postcode="1315KA",
        house_number=77,
        house_suffix="B",
        birth_date="1950-02-28",
    )
    own = {"routing_reason": "postcode 1315KA", "claimed": True, "handler": cast.handler}
    return CallbackFactory(team=noord, resident=who, **own).resident
