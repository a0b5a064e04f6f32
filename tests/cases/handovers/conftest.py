"""A dossier of Noord, and the SST with two people."""

from types import SimpleNamespace
from typing import Any

import pytest

from clusters.models import Role, TeamKind
from tests.cases.dossiers.conftest import file, monday, question, resident
from tests.factories import MembershipFactory, TeamFactory

__all__ = ["file", "monday", "question", "resident"]


@pytest.fixture
def sst(cast: SimpleNamespace) -> Any:
    """The Sociaal Stedelijk Team with Ada and Bo, and Cas who leads it."""
    team = TeamFactory(code="sst", name="Sociaal Stedelijk Team", kind=TeamKind.CITY_SOCIAL_TEAM)

    def person(name: str, role: Role) -> Any:
        own = {"user__username": name, "user__first_name": name.title()}
        return MembershipFactory(role=role, team=team, **own).user

    return SimpleNamespace(
        team=team,
        ada=person("ada", Role.CITY_SOCIAL_TEAM),
        bo=person("bo", Role.CITY_SOCIAL_TEAM),
        cas=person("cas", Role.TEAM_MANAGER),
    )
