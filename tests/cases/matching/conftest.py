"""A question in a dossier of Noord, and who looks for volunteers near and far."""

from types import SimpleNamespace
from typing import Any

import pytest

from tests.cases.dossiers.conftest import file, monday, question, resident
from tests.factories import MembershipFactory, TeamFactory
from tests.factories.matching import coordinator, sharing_consent

__all__ = ["file", "monday", "question", "resident"]


@pytest.fixture
def near(cast: SimpleNamespace, noord: Any) -> Any:
    """Somebody of another team of the cluster."""
    team = TeamFactory(code="team-naast", name="Team Naast", cluster=noord.cluster)
    return coordinator(MembershipFactory(user__username="near", team=team).user)


@pytest.fixture
def mate(cast: SimpleNamespace) -> Any:
    """Somebody of the team of the dossier."""
    return coordinator(cast.team_worker)


@pytest.fixture
def far(cast: SimpleNamespace) -> Any:
    """Somebody of another cluster."""
    return coordinator(cast.outsider_worker)


@pytest.fixture
def consent(resident: Any) -> Any:
    return sharing_consent(resident)
