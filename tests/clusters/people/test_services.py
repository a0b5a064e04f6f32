import itertools
import threading
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from audit.models import AuditEvent
from clusters.models import Membership, Role, TeamKind
from clusters.people.models import EXCLUSIVE_ROLES, TEAM_ROLES
from clusters.people.services import end_role, grant_role
from common.errors import RuleViolation
from tests.factories import (
    MembershipFactory,
    PartnerOrganisationFactory,
    TeamFactory,
    UserFactory,
)
from tests.factories.clusters import KIND_OF_ROLE

pytestmark = pytest.mark.django_db
BEGIN, END = date(2026, 1, 1), date(2026, 12, 31)


@pytest.fixture
def maintainer():
    return MembershipFactory(role=Role.APPLICATION_MANAGER).user


def grant(user, role, by=None, **own):
    team = None
    if role in TEAM_ROLES:
        team = own.pop("team", None) or TeamFactory(kind=KIND_OF_ROLE.get(role, TeamKind.WIJKTEAM))
    values = {"valid_from": BEGIN, "valid_until": None, **own}
    return grant_role(
        user_id=user.pk,
        role=role,
        team_id=team and team.pk,
        organisation_id=PartnerOrganisationFactory().pk,
        by=by,
        **values,
    )


def test_grant_role_gives_the_role_and_leaves_a_line(maintainer):
    user = UserFactory()

    membership = grant(user, Role.TEAM_WORKER, by=maintainer)

    assert membership in Membership.objects.running(timezone.localdate())
    line = AuditEvent.objects.get(code="role.created")
    assert (line.actor_id, line.object_id) == (maintainer.pk, str(membership.pk))
    assert line.rule == "application_manager:grant_role"


@pytest.mark.parametrize("role", [role for role in Role if role != Role.APPLICATION_MANAGER])
def test_grant_role_and_end_role_are_only_for_the_application_manager(role):
    other = MembershipFactory(role=role).user
    held = MembershipFactory()

    with pytest.raises(PermissionDenied):
        grant(UserFactory(), Role.TEAM_WORKER, by=other)
    with pytest.raises(PermissionDenied):
        end_role(membership_id=held.pk, on=END, by=other)


def test_nobody_changes_their_own_roles(maintainer):
    own = maintainer.memberships.get()

    with pytest.raises(PermissionDenied, match="H3"):
        grant(maintainer, Role.TEAM_WORKER, by=maintainer)
    with pytest.raises(PermissionDenied, match="H3"):
        end_role(membership_id=own.pk, on=END, by=maintainer)


PAIRS = list(itertools.combinations(Role, 2))


@pytest.mark.parametrize(("held", "wanted"), PAIRS + [(b, a) for a, b in PAIRS])
def test_separated_roles_are_never_held_together(held, wanted):
    user = UserFactory()
    grant(user, held)

    if held in EXCLUSIVE_ROLES or wanted in EXCLUSIVE_ROLES:
        with pytest.raises(RuleViolation, match="gaat niet samen met"):
            grant(user, wanted)
    else:
        grant(user, wanted)
        assert user.memberships.count() == 2


def test_exclusive_roles_are_the_ones_the_rule_names():
    assert set(EXCLUSIVE_ROLES) == {
        "commissioner",
        "steering_group",
        "controller",
        "application_manager",
    }


@pytest.mark.parametrize(
    ("begin", "end", "clashes"),
    [
        (END + timedelta(days=1), None, False),
        (END, None, True),
        (date(2025, 1, 1), BEGIN, True),
        (date(2025, 1, 1), BEGIN - timedelta(days=1), False),
        (date(2025, 1, 1), None, True),
        (date(2026, 5, 1), date(2026, 5, 1), True),
    ],
)
def test_separated_roles_may_follow_each_other(begin, end, clashes):
    user = UserFactory()
    grant(user, Role.TEAM_WORKER, valid_until=END)

    try:
        grant(user, Role.CONTROLLER, valid_from=begin, valid_until=end)
    except RuleViolation:
        assert clashes
    else:
        assert not clashes


def test_same_role_twice_in_one_team_is_refused_but_not_in_another_team():
    user = UserFactory()
    team = grant(user, Role.TEAM_WORKER).team

    with pytest.raises(RuleViolation, match="heeft deze rol al"):
        grant(user, Role.TEAM_WORKER, team=team, valid_from=date(2026, 3, 1))
    assert grant(user, Role.TEAM_WORKER).team != team


@pytest.mark.parametrize(
    ("role", "kind", "text"),
    [
        (Role.TEAM_WORKER, None, "Kies een team"),
        (Role.CONTROLLER, TeamKind.WIJKTEAM, "hoort niet bij een team"),
        (Role.TEAM_WORKER, TeamKind.CONTACT_CENTRE, "ander soort team: Wijkteam"),
        (Role.CITY_HALL_TEAM, TeamKind.CITY_SOCIAL_TEAM, "ander soort team"),
    ],
)
def test_role_must_fit_the_team(role, kind, text):
    team = TeamFactory(kind=kind) if kind else None

    with pytest.raises(RuleViolation, match=text) as broken:
        grant_role(
            user_id=UserFactory().pk,
            role=role,
            team_id=team and team.pk,
            organisation_id=PartnerOrganisationFactory().pk,
            valid_from=BEGIN,
            valid_until=None,
            by=None,
        )

    assert broken.value.field == "team"


def test_role_that_ends_before_it_begins_is_refused():
    with pytest.raises(RuleViolation, match="einddatum"):
        grant(UserFactory(), Role.CONTROLLER, valid_until=date(2025, 1, 1))


def test_end_role_keeps_the_line_and_takes_the_right(maintainer):
    membership = MembershipFactory()
    yesterday = timezone.localdate() - timedelta(days=1)

    end_role(membership_id=membership.pk, on=yesterday, by=maintainer)

    membership.refresh_from_db()
    assert membership.valid_until == yesterday
    assert membership.user.roles == ()
    line = AuditEvent.objects.get(code="role.ended")
    assert (line.actor_id, line.fields) == (maintainer.pk, ["valid_until"])


def test_end_role_cannot_move_before_the_beginning_or_make_it_longer():
    membership = MembershipFactory(valid_from=BEGIN, valid_until=END)

    with pytest.raises(RuleViolation, match="nog niet begonnen"):
        end_role(membership_id=membership.pk, on=BEGIN - timedelta(days=1), by=None)
    with pytest.raises(RuleViolation, match="eindigt al eerder"):
        end_role(membership_id=membership.pk, on=END + timedelta(days=1), by=None)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_administrators_granting_separated_roles_at_once_one_wins():
    user, outcomes, start = UserFactory(), [], threading.Barrier(2)
    organisation_id = PartnerOrganisationFactory().pk

    def give(role):
        start.wait()
        try:
            grant_role(
                user_id=user.pk,
                role=role,
                team_id=None,
                organisation_id=organisation_id,
                valid_from=BEGIN,
                valid_until=None,
                by=None,
            )
            outcomes.append("in")
        except RuleViolation:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [
        threading.Thread(target=give, args=(role,))
        for role in (Role.CONTROLLER, Role.GENERAL_MANAGER)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["in", "refused"]
