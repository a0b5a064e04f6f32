from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from clusters.models import Membership, Role, User
from tests.factories import MembershipFactory, TeamFactory, UserFactory

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)
BEFORE = date(2026, 11, 22)


@pytest.mark.parametrize(
    "ended",
    [
        {"valid_until": BEFORE},
        {"valid_from": date(2026, 11, 24)},
        {"user__is_active": False},
        {"user__account_until": BEFORE},
        {"team__valid_until": BEFORE},
        {"organisation__agreement_until": BEFORE},
        {"organisation__agreement_from": date(2026, 11, 24)},
    ],
)
def test_role_counts_only_while_everything_behind_it_runs(ended):
    MembershipFactory(**ended)
    running = MembershipFactory(valid_until=DAY, user__account_until=DAY, team__valid_until=DAY)

    assert list(Membership.objects.running(DAY)) == [running]


def test_user_acts_in_one_role_at_a_time_and_only_with_its_teams():
    user = UserFactory()
    worker = MembershipFactory(user=user, team__code="noord")
    liaison = MembershipFactory(user=user, role=Role.LIAISON)

    assert (user.acting_role, user.team_ids) == ("team_worker", {worker.team_id})
    chosen = User.objects.get(pk=user.pk)
    chosen.chosen_role = "liaison"
    assert (chosen.acting_role, chosen.team_ids) == ("liaison", {liaison.team_id})
    forbidden = User.objects.get(pk=user.pk)
    forbidden.chosen_role = "privacy_officer"
    assert (forbidden.acting_role, forbidden.acting_team_code) == ("team_worker", "noord")


def test_user_without_a_running_role_has_none():
    assert (UserFactory().acting_role, UserFactory().team_ids) == ("", frozenset())


def test_user_is_found_by_name_whatever_its_capitals():
    user = UserFactory(username="s.bakker")

    assert User.objects.get_by_natural_key("S.Bakker") == user


def test_handling_roles_are_the_ones_that_call_back():
    for role in Role:
        MembershipFactory(role=role)

    assert set(Membership.objects.handling().values_list("role", flat=True)) == {
        "team_worker",
        "team_manager",
        "city_social_team",
        "city_hall_team",
    }


@pytest.mark.parametrize(
    ("role", "with_team"), [(Role.TEAM_WORKER, False), (Role.CONTROLLER, True), ("keizer", False)]
)
def test_database_refuses_a_role_that_does_not_fit(role, with_team):
    team = TeamFactory() if with_team else None

    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(role=role, team=team)


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"valid_from": DAY + timedelta(days=1)},
        {"valid_until": DAY},
        {"valid_until": DAY - timedelta(days=1)},
        {"user__is_active": False},
        {"user__account_until": DAY},
        {"user__account_until": DAY - timedelta(days=1)},
        {"team__valid_until": DAY - timedelta(days=1)},
        {"team__valid_from": DAY + timedelta(days=1)},
        {"role": Role.GENERAL_MANAGER},
        {"organisation__agreement_from": DAY + timedelta(days=1)},
        {"organisation__agreement_until": DAY},
        {"organisation__agreement_until": DAY - timedelta(days=1)},
    ],
    ids=str,
)
def test_a_role_in_memory_counts_exactly_when_the_database_says_so(facts):
    membership = MembershipFactory(**facts)

    in_database = Membership.objects.running(DAY).filter(pk=membership.pk).exists()

    assert membership.runs_on(DAY) is in_database
