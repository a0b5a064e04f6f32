"""A signal at team Noord that nobody took, and one that the handler has."""

from types import SimpleNamespace
from typing import Any

import pytest

from cases.signals.models import Signal
from tests.cases.dossiers.conftest import monday, resident
from tests.factories.signals import SignalFactory

__all__ = ["monday", "resident"]


@pytest.fixture
def signal(monday: Any, cast: SimpleNamespace, noord: Any) -> Signal:
    return SignalFactory(team=noord, registered_by=cast.team_worker)


@pytest.fixture
def taken(monday: Any, cast: SimpleNamespace, noord: Any) -> Signal:
    own = {"handler": cast.handler, "registered_by": cast.team_worker}
    return SignalFactory(team=noord, taken=True, **own)


@pytest.fixture
def cleared(monday: Any, cast: SimpleNamespace, noord: Any) -> Signal:
    own = {"handler": cast.handler, "registered_by": cast.team_worker}
    return SignalFactory(team=noord, cleared=True, **own)
