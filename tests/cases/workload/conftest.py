"""The working Monday with the weights of the list, and a team with work."""

from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import LifeDomain, WorkloadWeight
from common.reference import sync
from tests.cases.callbacks.conftest import monday
from tests.factories.cases import CallbackFactory
from tests.factories.decisions import ApplicationFactory
from tests.factories.dossiers import FileFactory
from tests.factories.intakes import NotificationFactory
from tests.factories.todos import TaskFactory
from tests.factories.waakvlam import WaakvlamFactory

__all__ = ["monday"]


@pytest.fixture
def weights(monday: Any) -> None:
    """The list as it is delivered."""
    sync(LifeDomain)
    sync(WorkloadWeight)


@pytest.fixture
def busy(weights: Any, cast: SimpleNamespace, noord: Any) -> SimpleNamespace:
    """Of every kind one thing with the handler, and of every kind one that does not count."""
    mine = {"team": noord, "handler": cast.handler}
    file = FileFactory(team=noord, director=cast.handler, complexity="complex", involvement="help")
    FileFactory(team=noord, director=cast.handler, closed=True)
    CallbackFactory(team=noord, claimed=True, handler=cast.handler)
    CallbackFactory(team=noord)
    melding = NotificationFactory(**mine)
    NotificationFactory(**mine, withdrawn=True)
    ApplicationFactory(desk=noord, handler=cast.handler)
    ApplicationFactory(desk=noord, handler=cast.handler, sent=True)
    TaskFactory(file=file, owner=cast.handler)
    TaskFactory(file=file, owner=cast.handler, done=True)
    WaakvlamFactory(team=noord, owner=cast.handler, deputy=cast.team_worker)
    WaakvlamFactory(team=noord, owner=cast.handler, deputy=cast.team_worker, ended=True)
    return SimpleNamespace(file=file, melding=melding, handler=cast.handler)
