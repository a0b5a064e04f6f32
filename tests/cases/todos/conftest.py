"""A Monday at ten o'clock, and a dossier of the handler in which a colleague works along."""

from types import SimpleNamespace
from typing import Any

import pytest

from tests.cases.callbacks.conftest import monday
from tests.cases.dossiers.conftest import file, resident
from tests.factories.dossiers import FileColleagueFactory
from tests.factories.todos import TaskFactory

__all__ = ["file", "monday", "resident"]


@pytest.fixture
def colleague(file: Any, cast: SimpleNamespace) -> Any:
    """A wijkwerker of the team who works along in the dossier."""
    FileColleagueFactory(file=file, employee=cast.team_worker)
    return cast.team_worker


@pytest.fixture
def task(file: Any) -> Any:
    """Something the casusregisseur must do on Thursday."""
    return TaskFactory(file=file)
