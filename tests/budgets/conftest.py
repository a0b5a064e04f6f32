"""A working Monday with the lists of the maatwerkbudget and the pot of the city."""

from types import SimpleNamespace
from typing import Any

import pytest

from tests.cases.callbacks.conftest import monday
from tests.factories.budgets import a_pot, lists
from tests.factories.dossiers import FileFactory

__all__ = ["monday"]


@pytest.fixture
def budget(monday: Any, cast: SimpleNamespace, noord: Any) -> SimpleNamespace:
    """The cast, a dossier of the handler and a full pot."""
    lists()
    file = FileFactory(team=noord, director=cast.handler)
    return SimpleNamespace(cast=cast, noord=noord, file=file, pot=a_pot())
