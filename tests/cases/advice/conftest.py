"""A dossier of Noord, and who can be asked for advice near and far."""

from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import AdviceNorm, DataCategory, RecipientKind
from clusters.models import Membership, Role, TeamKind
from common.reference import sync
from tests.cases.dossiers.conftest import file, monday, question, resident
from tests.factories import MembershipFactory, TeamFactory
from tests.factories.advice import consent_for, specialist

__all__ = ["file", "monday", "question", "resident"]


@pytest.fixture(autouse=True)
def _lists(monday: Any) -> None:
    for model in (AdviceNorm, DataCategory, RecipientKind):
        sync(model)


def seat(person: Any) -> Membership:
    """As what somebody can be asked."""
    return Membership.objects.select_related("user", "team").get(user=person)


@pytest.fixture
def mate(cast: SimpleNamespace) -> Any:
    """A colleague of the team who knows about GGZ."""
    return specialist(cast.team_worker)


@pytest.fixture
def near(cast: SimpleNamespace, noord: Any) -> Any:
    """A colleague of another team of the cluster who knows about GGZ."""
    team = TeamFactory(code="team-naast", name="Team Naast", cluster=noord.cluster)
    return specialist(MembershipFactory(user__username="near", team=team).user)


@pytest.fixture
def sst(cast: SimpleNamespace) -> Any:
    """Somebody of the SST."""
    team = TeamFactory(code="sst", name="SST", kind=TeamKind.CITY_SOCIAL_TEAM, cluster=None)
    role = Role.CITY_SOCIAL_TEAM
    return MembershipFactory(user__username="sst", role=role, team=team).user


@pytest.fixture
def consent(resident: Any) -> Any:
    """The SST may know name and question."""
    return consent_for(resident, "sst")
