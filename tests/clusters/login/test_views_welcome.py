import logging

import pytest
import time_machine
from axes.models import AccessFailureLog
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEvent
from clusters.login.services import invite_employee
from clusters.models import OutboxMail, Role, User
from clusters.notices.mail_round import send_outbox
from tests.factories.clusters import MembershipFactory, UserFactory
from tests.factories.login import PASSWORD, parts_of_link, sign_in

NEW = "vier woorden in een rij"
BOTH = {"new_password": NEW, "repeated_password": NEW}
WELCOME = "/account/welkom/"


@pytest.fixture
def link(manager, newcomer):
    invite_employee(user_id=newcomer.pk, by=manager)
    return reverse("welcome-link", args=parts_of_link(OutboxMail.objects.get().body))


def address(name, user):
    return reverse(name, args=[user.pk])


def follow(client, link):
    """What the browser does by itself."""
    hop = client.get(link)
    assert hop.status_code == 200
    return client.get(hop["Refresh"].removeprefix("0; url="))


def test_link_leads_to_the_page_without_itself_in_the_address(client, link):
    hop = client.get(link)
    page = client.get(WELCOME)

    _uid, token = parts_of_link(link)
    assert hop["Refresh"] == f"0; url={WELCOME}"
    assert hop["Referrer-Policy"] == "no-referrer"
    assert hop["Cache-Control"] == page["Cache-Control"] == "no-store"
    assert token not in hop.content.decode() + page.content.decode() + str(page.headers)
    assert "newcomer" in page.content.decode()
    assert "minstens 15 tekens" in page.content.decode()


def test_password_is_chosen_and_the_normal_sign_in_follows(client, newcomer, link):
    follow(client, link)

    answer = client.post(WELCOME, BOTH)
    login_page = client.get(answer.url)
    step = client.post(answer.url, {"username": "newcomer", "password": NEW})

    assert answer.url == "/inloggen/"
    assert "Uw wachtwoord is gekozen" in login_page.content.decode()
    assert step.url == "/inloggen/app/"
    assert client.get("/").status_code == 302


def test_link_of_somebody_with_an_app_still_asks_the_code(client, manager, employee):
    invite_employee(user_id=employee.pk, by=manager)
    follow(client, reverse("welcome-link", args=parts_of_link(OutboxMail.objects.get().body)))
    client.post(WELCOME, BOTH)

    assert client.post("/inloggen/", {"username": "kim", "password": PASSWORD}).status_code == 200
    assert client.post("/inloggen/", {"username": "kim", "password": NEW}).url == "/inloggen/code/"


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("te kort", "te kort", "te kort"),
        (NEW, "iets anders dan dat", "niet gelijk"),
        ("", "", "verplicht"),
        ("nieuw@example.org", "nieuw@example.org", "lijkt te veel op"),
    ],
)
def test_password_that_does_not_do_is_explained(client, newcomer, link, first, second, words):
    follow(client, link)

    answer = client.post(WELCOME, {"new_password": first, "repeated_password": second})

    newcomer.refresh_from_db()
    assert words in answer.content.decode()
    assert not newcomer.has_usable_password()
    assert client.post(WELCOME, BOTH).status_code == 302


def test_link_that_was_used_says_whom_to_ask(client, link):
    follow(client, link)
    client.post(WELCOME, BOTH)

    again, elsewhere = client.get(WELCOME), follow(Client(), link)

    assert (again.status_code, elsewhere.status_code) == (410, 410)
    assert "functioneel beheerder" in elsewhere.content.decode()


def test_link_used_in_two_browsers_works_in_one(client, newcomer, link):
    other = Client()
    follow(client, link)
    follow(other, link)

    first = client.post(WELCOME, BOTH)
    late = other.post(WELCOME, {"new_password": f"{NEW} 2", "repeated_password": f"{NEW} 2"})

    newcomer.refresh_from_db()
    assert (first.status_code, late.status_code) == (302, 410)
    assert newcomer.check_password(NEW)


def test_link_that_grew_old_on_the_page_is_refused(client, newcomer, manager):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        invite_employee(user_id=newcomer.pk, by=manager)
        link = reverse("welcome-link", args=parts_of_link(OutboxMail.objects.get().body))
        clock.shift(23 * 3600)
        assert follow(client, link).status_code == 200
        clock.shift(3601)

        assert client.post(WELCOME, BOTH).status_code == 410
        assert follow(Client(), link).status_code == 410


@pytest.mark.parametrize("changed", [{"is_active": False}, {"account_until": "2020-01-01"}])
def test_link_of_an_ended_account_does_not_work(client, newcomer, link, changed):
    follow(client, link)
    User.objects.filter(pk=newcomer.pk).update(**changed)

    assert client.post(WELCOME, BOTH).status_code == 410
    assert follow(Client(), link).status_code == 410


def test_page_without_a_link_says_whom_to_ask(client, db):
    assert client.get(WELCOME).status_code == 410
    assert client.post(WELCOME, BOTH).status_code == 410


def test_wrong_link_makes_no_session_and_a_hundred_of_them_close_the_door(client, link):
    wrong = link[:-3] + "xx/"
    with time_machine.travel(timezone.now(), tick=False) as clock:
        statuses = {follow(client, wrong).status_code for _ in range(99)}
        assert follow(Client(), link).status_code == 200
        statuses.add(client.get(wrong).status_code)
        client.get(wrong)

        locked, elsewhere = follow(Client(), link), follow(Client(REMOTE_ADDR="10.0.0.9"), link)
        clock.shift(3601)
        later = follow(Client(), link)

    assert statuses == {410, 200}
    assert (locked.status_code, elsewhere.status_code, later.status_code) == (429, 200, 200)
    assert AccessFailureLog.objects.count() == 100
    assert Session.objects.count() == 3


def test_wrong_links_stop_nobody_from_signing_in(client, employee):
    for _ in range(101):
        client.get("/account/welkom/x/y/")

    answer = client.post("/inloggen/", {"username": "kim", "password": PASSWORD})

    assert answer.url == "/inloggen/code/"


def test_token_is_in_no_log_and_no_trail(client, manager, newcomer, link, caplog):
    caplog.set_level(logging.DEBUG)
    _uid, token = parts_of_link(link)
    sign_in(client, manager)

    follow(client, link)
    client.post(WELCOME, {"new_password": "kort", "repeated_password": "kort"})
    client.post(WELCOME, BOTH)
    follow(client, link)
    send_outbox(at=timezone.now())

    assert token not in caplog.text
    assert token not in str(list(AuditEvent.objects.values()))
    assert token not in str(list(AccessFailureLog.objects.values()))


def test_colleague_at_the_same_screen_is_signed_out(client, manager, newcomer, link):
    sign_in(client, manager)
    follow(client, link)

    client.post(WELCOME, BOTH)

    assert client.get("/").status_code == 302
    assert client.get("/inloggen/").status_code == 200


def test_demo_shows_the_mail_in_the_mailbox_and_its_link_works(db, client, settings):
    settings.DEMO = True
    manager = MembershipFactory(role=Role.APPLICATION_MANAGER, user__is_demo=True).user
    newcomer = UserFactory(is_demo=True, email="nieuw@example.org")
    sign_in(client, manager, demo=True)

    client.post(address("employee-invite", newcomer))
    send_outbox(at=timezone.now())
    text = client.get("/postvak/").content.decode()

    assert follow(Client(), reverse("welcome-link", args=parts_of_link(text))).status_code == 200
