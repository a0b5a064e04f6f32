from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from clusters.login.invitations import employee_of, link_for
from clusters.models import Invitation, User
from tests.factories.clusters import UserFactory
from tests.factories.login import parts_of_link


@pytest.fixture
def invited(db):
    user = UserFactory(email="nieuw@example.org")
    Invitation.objects.create(user=user, sent_at=timezone.now())
    return user


def test_link_starts_with_the_address_of_the_site(invited, settings):
    settings.SITE_URL = "https://wijkteams.example/"

    assert link_for(invited).startswith("https://wijkteams.example/account/welkom/")


@pytest.mark.parametrize(("hours", "works"), [(0, True), (23.9, True), (24.1, False), (48, False)])
def test_link_works_for_a_day(invited, hours, works):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        link = parts_of_link(link_for(invited))
        clock.shift(timedelta(hours=hours))

        assert (employee_of(*link) is not None) == works


@pytest.mark.parametrize(
    "changed",
    [
        {"is_active": False},
        {"account_until": timezone.localdate() - timedelta(days=1)},
        {"email": "ander@example.org"},
        {"password": "!"},
        {"last_login": timezone.now()},
    ],
)
def test_link_dies_when_the_account_changes(invited, changed):
    link = parts_of_link(link_for(invited))
    assert employee_of(*link) == invited

    User.objects.filter(pk=invited.pk).update(**changed)

    assert employee_of(*link) is None


def test_link_dies_without_its_invitation(invited):
    link = parts_of_link(link_for(invited))

    Invitation.objects.all().delete()

    assert employee_of(*link) is None


def test_token_of_one_does_not_open_the_account_of_another(invited):
    other = UserFactory()
    Invitation.objects.create(user=other, sent_at=timezone.now())
    uid, _token = parts_of_link(link_for(other))
    _uid, token = parts_of_link(link_for(invited))

    assert employee_of(uid, token) is None


@pytest.mark.parametrize("uid", ["", "x", "é", "MQ==", "LTE", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5", "AA"])
@pytest.mark.parametrize("token", ["", "x", "a-b", "é-é", "-", "zzzzzzzzzzzzzzz-0"])
def test_nonsense_is_nobody(invited, uid, token):
    assert employee_of(uid, token) is None
