"""Fixtures for every test: the cast, team Noord and the calendar of the service norms."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import cache

from clusters.models import Role, Team, TeamKind
from common.reference import sync
from tests.factories import (
    AssignmentFactory,
    ClusterFactory,
    MembershipFactory,
    OpeningHoursFactory,
    PartnerOrganisationFactory,
    PostcodeRuleFactory,
    TeamFactory,
)
from tests.factories.login import sign_in
from tests.plugins.audit_flush import _empty_the_trail_between_tests
from tests.plugins.history_flush import _empty_the_organisation_between_tests
from tests.plugins.static_files import _plain_static_files

__all__ = [
    "_empty_the_organisation_between_tests",
    "_empty_the_trail_between_tests",
    "_plain_static_files",
]

WORKDAYS = range(5)


@pytest.fixture(autouse=True)
def _fast_and_alone(settings: Any) -> None:
    """A cheap password hasher, static files without a build, nothing left in the cache."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    cache.clear()


@pytest.fixture
def noord(db: None) -> Team:
    """Team Noord of cluster Noord: one wijk, where everybody of postcode 1315 lives."""
    cluster = ClusterFactory(code="noord", name="Noord")
    team = TeamFactory(code="team-noord", name="Team Noord", cluster=cluster)
    assignment = AssignmentFactory(cluster=cluster)
    PostcodeRuleFactory(pc4="1315", neighbourhood=assignment.neighbourhood)
    return team


@pytest.fixture
def desk(db: None) -> Team:
    """The contact centre."""
    return TeamFactory(code="kcc", name="KCC", kind=TeamKind.CONTACT_CENTRE)


@pytest.fixture
def cast(noord: Team, desk: Team) -> SimpleNamespace:
    """One employee per role, those of a wijkteam in Noord; and people who stand outside.

    ``handler`` is a second wijkwerker of Noord, ``outsider`` leads the team of another cluster,
    ``outsider_worker`` works there, ``other_desk`` is of another contact centre.
    """
    home = PartnerOrganisationFactory(code="moeder", name="Moederorganisatie")
    elsewhere = TeamFactory(code="team-elders", name="Team Elders")
    team_of = {
        Role.TEAM_WORKER: noord,
        Role.TEAM_MANAGER: noord,
        Role.LIAISON: noord,
        Role.CONTACT_CENTRE: desk,
        Role.HELP_DESK: desk,
    }

    def employee(username: str, role: Role, team: Team | None = None) -> Any:
        """Somebody with one role, named after it on the screen."""
        own = {"team": team or team_of.get(role)} if team or role in team_of else {}
        name = username.replace("_", " ").title()
        return MembershipFactory(
            user__username=username, user__first_name=name, role=role, organisation=home, **own
        ).user

    outsider = employee("outsider", Role.TEAM_MANAGER, elsewhere)
    other_desk = TeamFactory(code="kcc-elders", kind=TeamKind.CONTACT_CENTRE)
    return SimpleNamespace(
        **{role.value: employee(role.value, role) for role in Role},
        handler=employee("handler", Role.TEAM_WORKER),
        outsider=outsider,
        outsider_manager=outsider,
        outsider_worker=employee("outsider_worker", Role.TEAM_WORKER, elsewhere),
        other_desk=employee("other_desk", Role.CONTACT_CENTRE, other_desk),
        elsewhere=elsewhere,
    )


@pytest.fixture
def calendar_data(db: None) -> None:
    """Open from Monday to Friday 8:30–17:00, and the lists of callbacks and meldingen filled."""
    from cases.models import (
        AdviceAnswer,
        AdviceNorm,
        CallbackNorm,
        CallbackOutcome,
        CallbackSubject,
        IntakeNorm,
        LetterLine,
        MatchNorm,
    )

    for weekday in WORKDAYS:
        OpeningHoursFactory(weekday=weekday, opens="08:30", closes="17:00")
    for model in (
        AdviceAnswer,
        AdviceNorm,
        CallbackNorm,
        CallbackSubject,
        CallbackOutcome,
        IntakeNorm,
        LetterLine,
        MatchNorm,
    ):
        sync(model)


@pytest.fixture
def as_user(client: Any) -> Any:
    """The client signed in as somebody, both factors given: ``as_user(cast.team_worker)``."""

    def signed_in(user: Any, role: str = "") -> Any:
        return sign_in(client, user, role=role)

    return signed_in
