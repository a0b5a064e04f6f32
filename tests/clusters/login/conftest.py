"""Fixtures for signing in."""

import pytest

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
