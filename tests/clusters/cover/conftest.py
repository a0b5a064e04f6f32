"""Monday 23 November 2026, a team of four in Noord, and acts with less to type."""

import uuid
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine

from clusters.cover.services import arrange_cover
from clusters.models import Cover, Membership, Role, Team, User
from tests.clusters.absence.conftest import DAY, TODAY, fresh
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY

__all__ = ["DAY", "TODAY", "arrange", "fresh"]


@pytest.fixture(autouse=True)
def _monday() -> Any:
    with time_machine.travel(MONDAY, tick=False):
        yield


@pytest.fixture
def people(cast: SimpleNamespace, noord: Team, calendar_data: None) -> SimpleNamespace:
    """The cast, fresh from the database, with two wijkwerkers of Noord more."""
    for name in ("third", "fourth"):
        MembershipFactory(user__username=name, user__first_name=name.title(), team=noord)
    names = ("handler", "team_worker", "team_manager", "outsider", "outsider_worker")
    names += ("general_manager", "city_social_team", "contact_centre")
    found = {name: fresh(getattr(cast, name)) for name in names}
    found |= {name: User.objects.get(username=name) for name in ("third", "fourth")}
    return SimpleNamespace(**found)


def arrange(person: User, deputy: User, by: User | None = None, **told: Any) -> Cover:
    """From today, arranged by oneself, unless told otherwise; ``days`` more than one."""
    first = told.pop("first_day", TODAY)
    days = told.pop("days", 1)
    told.setdefault("last_day", first + (days - 1) * DAY)
    told.setdefault("submission_key", uuid.uuid4())
    return arrange_cover(
        employee_id=person.pk, deputy=deputy, first_day=first, by=by or person, **told
    )


def also(person: User, role: Role, team: Team | None = None) -> User:
    """The same employee with another role beside the first."""
    MembershipFactory(user=person, role=role, team=team or person.memberships.get().team)
    return fresh(person)


def ends(person: User, day: Any) -> None:
    """The roles of this employee end on this day."""
    Membership.objects.filter(user=person).update(valid_until=day)
