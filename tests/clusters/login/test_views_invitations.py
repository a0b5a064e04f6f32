import pytest
from django.urls import reverse

from clusters.models import Authenticator, OutboxMail
from tests.factories.clusters import UserFactory
from tests.factories.login import AuthenticatorFactory, sign_in


def address(name, user):
    return reverse(name, args=[user.pk])


def test_invite_asks_first_and_then_mails(client, manager, newcomer):
    sign_in(client, manager)

    page = client.get(address("employee-invite", newcomer))
    assert not OutboxMail.objects.exists()
    answer = client.post(address("employee-invite", newcomer))

    text = page.content.decode()
    assert "Uitnodigen?" in text
    assert "nieuw@example.org" in text
    assert answer.url == address("admin:clusters_user_change", newcomer)
    assert OutboxMail.objects.get().recipient == newcomer


def test_invite_of_somebody_with_a_password_says_so(client, manager, employee):
    sign_in(client, manager)

    text = client.get(address("employee-invite", employee)).content.decode()

    assert "Nieuw wachtwoord laten kiezen?" in text


def test_invite_that_is_refused_says_why_and_when_the_last_one_was(client, manager, newcomer):
    sign_in(client, manager)
    client.post(address("employee-invite", newcomer))

    again = client.post(address("employee-invite", newcomer))

    assert "net uitgenodigd" in again.content.decode()
    assert "Laatst uitgenodigd" in again.content.decode()
    assert OutboxMail.objects.count() == 1


def test_own_account_is_refused(client, manager):
    sign_in(client, manager)
    AuthenticatorFactory(user=manager)

    statuses = [
        client.post(address(name, manager), {"reason": "kwijt"}).status_code
        for name in ("employee-invite", "second-factor-reset")
    ]

    assert statuses == [403, 403]
    assert Authenticator.objects.exists()


@pytest.mark.parametrize("name", ["employee-invite", "second-factor-reset"])
def test_somebody_who_does_not_exist_is_a_404(client, manager, name):
    sign_in(client, manager)

    assert client.get(reverse(name, args=[987_654_321])).status_code == 404


def test_reset_needs_a_reason_and_takes_the_app(client, manager, employee):
    sign_in(client, manager)

    without = client.post(address("second-factor-reset", employee), {"reason": ""})
    assert Authenticator.objects.exists()
    answer = client.post(address("second-factor-reset", employee), {"reason": "kwijt"})

    assert without.status_code == 200
    assert answer.url == address("admin:clusters_user_change", employee)
    assert not Authenticator.objects.exists()


@pytest.mark.ignore_template_errors
def test_beheer_offers_what_fits_the_account(client, manager, employee, newcomer):
    sign_in(client, manager)
    gone = UserFactory(is_active=False)

    def offered(user):
        page = client.get(address("admin:clusters_user_change", user)).content.decode()
        words = ("Uitnodigen", "Nieuw wachtwoord laten kiezen", "App loskoppelen")
        return [each for each in words if f">{each}<" in page]

    assert offered(newcomer) == ["Uitnodigen"]
    assert offered(employee) == ["Nieuw wachtwoord laten kiezen", "App loskoppelen"]
    assert offered(gone) == []
    assert offered(manager) == []
