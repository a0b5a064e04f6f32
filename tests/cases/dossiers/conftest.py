"""A Monday at ten o'clock, and a dossier of the handler in Noord."""

from types import SimpleNamespace
from typing import Any

import pytest

from cases.dossiers.models import ResidentFile
from cases.models import LifeDomain
from common.reference import sync
from tests.cases.callbacks.conftest import monday
from tests.factories.cases import CallbackFactory
from tests.factories.dossiers import FileFactory, HelpRequestFactory

__all__ = ["monday"]


@pytest.fixture
def resident(monday: Any, cast: SimpleNamespace, noord: Any) -> Any:
    """Somebody whose open request is on the desk of the handler."""
    sync(LifeDomain)
    callback = CallbackFactory(team=noord, claimed=True, handler=cast.handler)
    return callback.resident


@pytest.fixture
def file(resident: Any, cast: SimpleNamespace, noord: Any) -> ResidentFile:
    return FileFactory(resident=resident, team=noord, director=cast.handler)


@pytest.fixture
def question(file: ResidentFile) -> Any:
    return HelpRequestFactory(file=file)
