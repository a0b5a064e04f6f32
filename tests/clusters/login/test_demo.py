import pytest

from clusters.login.demo import WHAT_YOU_SEE, demo_database_is_clean, demo_people
from clusters.models import Role
from tests.factories.clusters import MembershipFactory, UserFactory


def test_demo_database_without_accounts_is_clean(db):
    assert demo_database_is_clean()


def test_demo_database_with_a_real_account_is_not_clean(db):
    UserFactory(is_demo=True)
    UserFactory(is_demo=False)

    assert not demo_database_is_clean()


def test_demo_people_are_one_per_role_in_order(db, settings):
    settings.DEMO = True
    first = MembershipFactory(user__is_demo=True, role=Role.CONTACT_CENTRE)
    MembershipFactory(user__is_demo=True, role=Role.CONTACT_CENTRE)
    worker = MembershipFactory(user__is_demo=True, role=Role.TEAM_WORKER)

    people = demo_people()

    assert [(each.role, each.user) for each in people] == [
        (Role.TEAM_WORKER, worker.user),
        (Role.CONTACT_CENTRE, first.user),
    ]


@pytest.mark.usefixtures("db")
def test_demo_people_are_nobody_outside_a_demo():
    MembershipFactory(user__is_demo=True)

    assert demo_people() == []


def test_every_role_says_what_you_see():
    assert set(WHAT_YOU_SEE) == set(Role)
