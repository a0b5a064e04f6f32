import re

import pytest
from django.utils import timezone

from audit.models import AuditEvent
from clusters.models import OpenSession
from tests.factories.clusters import MembershipFactory
from tests.factories.login import PASSWORD, OpenSessionFactory, code_now, sign_in

NEW = "vier woorden in een rij"


def test_account_shows_my_roles(client, employee):
    sign_in(client, employee)

    text = client.get("/mijn-account/").content.decode()

    assert "Wijkwerker" in text
    assert 'href="/mijn-account/herstelcodes/"' in text
    assert "Wisselen van rol" not in text


def test_role_switch_puts_the_role_in_effect(client, employee):
    MembershipFactory(user=employee, role="privacy_officer")
    sign_in(client, employee)

    answer = client.post("/mijn-account/rol/", {"role": "privacy_officer"})
    page = client.get("/mijn-account/")

    assert answer.url == "/"
    assert page.context["request"].user.acting_role == "privacy_officer"
    assert AuditEvent.objects.filter(code="login.role_chosen").count() == 1


def test_role_switch_to_a_role_of_somebody_else_says_so(client, employee):
    sign_in(client, employee)

    answer = client.post("/mijn-account/rol/", {"role": "controller"})

    assert answer.context["form"].errors["role"] == ["Deze rol hebt u vandaag niet."]
    assert client.session["role"] == ""


def test_password_change_keeps_this_session_and_ends_the_others(client, employee):
    sign_in(client, employee)
    key = client.session.session_key
    OpenSessionFactory(user=employee, session_key=key, opened_at=timezone.now())
    other = sign_in(type(client)(), employee)
    OpenSessionFactory(
        user=employee, session_key=other.session.session_key, opened_at=timezone.now()
    )

    answer = client.post(
        "/mijn-account/wachtwoord/",
        {"old_password": PASSWORD, "new_password": NEW, "repeated_password": NEW},
    )

    assert answer.url == "/mijn-account/"
    assert client.get("/mijn-account/").status_code == 200
    assert other.get("/mijn-account/").status_code == 302
    assert client.session.session_key != key
    assert OpenSession.objects.filter(
        session_key=client.session.session_key, ended_at=None
    ).exists()


def test_password_change_with_a_wrong_old_one_shows_no_password(client, employee):
    sign_in(client, employee)

    answer = client.post(
        "/mijn-account/wachtwoord/",
        {"old_password": "fout", "new_password": NEW, "repeated_password": NEW},
    )

    assert "Dit is niet uw huidige wachtwoord." in answer.content.decode()
    assert NEW not in answer.content.decode()


def test_recovery_codes_with_a_fresh_code_are_shown(client, employee):
    sign_in(client, employee)

    answer = client.post("/mijn-account/herstelcodes/", {"code": code_now()})

    assert (
        len(re.findall(r"<code>[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}</code>", str(answer.content)))
        == 10
    )
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize("code", ["000000", ""])
def test_recovery_codes_without_a_right_code_stay_as_they_are(client, employee, code):
    sign_in(client, employee)

    answer = client.post("/mijn-account/herstelcodes/", {"code": code})

    assert "code" in answer.context["form"].errors
    assert not employee.recovery_codes.exists()
