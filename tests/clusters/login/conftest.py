"""Fixtures for signing in."""

import pytest

from clusters.models import Role
from tests.factories.clusters import MembershipFactory, UserFactory
from tests.factories.login import PASSWORD, AuthenticatorFactory


@pytest.fixture
def employee(db):
    """A wijkwerker with a password and an app."""
    user = UserFactory(username="kim")
    user.set_password(PASSWORD)
    user.save()
    MembershipFactory(user=user)
    AuthenticatorFactory(user=user)
    return user


@pytest.fixture
def manager(db):
    """An application manager."""
    return MembershipFactory(role=Role.APPLICATION_MANAGER).user


@pytest.fixture
def newcomer(db):
    """A wijkwerker made in Beheer: an account without a password."""
    user = MembershipFactory(user__username="newcomer", user__email="nieuw@example.org").user
    user.set_unusable_password()
    user.save()
    return user
