"""A meldcode of the handler of Noord; Olga is aandachtsfunctionaris of the cluster."""

from types import SimpleNamespace
from typing import Any

import pytest

from cases.meldcode.models import SafetyCode
from tests.cases.dossiers.conftest import file, monday, resident
from tests.cases.handovers.conftest import sst
from tests.factories import MembershipFactory, TeamFactory
from tests.factories.meldcode import OfficerFactory, SafetyCodeFactory

__all__ = ["file", "monday", "resident", "sst"]


@pytest.fixture
def olga(noord: Any, monday: Any) -> Any:
    """A wijkwerker of another team of the cluster."""
    team = TeamFactory(code="team-noord-2", cluster=noord.cluster)
    olga = MembershipFactory(user__username="olga", team=team).user
    OfficerFactory(employee=olga, cluster=noord.cluster)
    return olga


@pytest.fixture
def code(file: Any, cast: SimpleNamespace, noord: Any, olga: Any) -> SafetyCode:
    return SafetyCodeFactory(resident=file.resident, team=noord, holder=cast.handler)
