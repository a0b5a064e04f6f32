import pytest
from cryptography.exceptions import InvalidTag
from django.db import IntegrityError

from clusters.models import Authenticator
from tests.factories.login import SECRET, AuthenticatorFactory


def test_authenticator_secret_comes_back(db):
    device = AuthenticatorFactory()

    assert Authenticator.objects.get(pk=device.pk).secret == SECRET


def test_authenticator_secret_of_another_row_does_not_open(db):
    device, other = AuthenticatorFactory(), AuthenticatorFactory()
    device.sealed_secret = other.sealed_secret

    with pytest.raises(InvalidTag):
        _ = device.secret


def test_authenticator_in_use_is_one_per_person(db):
    device = AuthenticatorFactory()

    with pytest.raises(IntegrityError):
        AuthenticatorFactory(user=device.user)


def test_authenticator_waiting_may_stand_beside_one_in_use(db):
    device = AuthenticatorFactory()

    assert AuthenticatorFactory(user=device.user, confirmed=False).pk
