"""A waakvlam of the handler of Noord, with the wijkwerker of the team as deputy."""

from types import SimpleNamespace
from typing import Any

import pytest

from cases.waakvlam.models import Waakvlam
from tests.cases.dossiers.conftest import file, monday, resident
from tests.factories.waakvlam import WaakvlamFactory

__all__ = ["file", "monday", "resident"]


@pytest.fixture
def waakvlam(resident: Any, cast: SimpleNamespace, noord: Any) -> Waakvlam:
    own = {"owner": cast.handler, "deputy": cast.team_worker}
    return WaakvlamFactory(resident=resident, team=noord, **own)
