"""A dossier of Noord, its casusoverleg and the casustafel of its stadsdeel, and who can join in."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import DataCategory, RecipientKind
from clusters.models import Role, TeamKind
from common.reference import sync
from tests.cases.dossiers.conftest import file, monday, question, resident
from tests.factories import MembershipFactory, TeamFactory
from tests.factories.advice import consent_for
from tests.factories.conferences import ConferenceFactory, SeriesFactory

__all__ = ["file", "monday", "question", "resident"]
CHRISTMAS = date(2026, 12, 25)


@pytest.fixture(autouse=True)
def _lists(monday: Any) -> None:
    for model in (DataCategory, RecipientKind):
        sync(model)


@pytest.fixture
def meeting(cast: SimpleNamespace, noord: Any) -> Any:
    """The casusoverleg of today, which the other wijkwerker of Noord leads."""
    series = SeriesFactory(team=noord, chair=cast.team_worker)
    return ConferenceFactory(series=series)


@pytest.fixture
def table(cast: SimpleNamespace, noord: Any) -> Any:
    """The casustafel of today in the stadsdeel of Noord."""
    series = SeriesFactory(district=noord.cluster.district, chair=cast.team_worker)
    return ConferenceFactory(series=series)


@pytest.fixture
def sst(cast: SimpleNamespace) -> Any:
    """Somebody of the SST."""
    team = TeamFactory(code="sst", name="SST", kind=TeamKind.CITY_SOCIAL_TEAM, cluster=None)
    role = Role.CITY_SOCIAL_TEAM
    return MembershipFactory(user__username="sst", role=role, team=team).user


@pytest.fixture
def consent(resident: Any) -> Any:
    """W&I may know name and question."""
    return consent_for(resident, "wi")
