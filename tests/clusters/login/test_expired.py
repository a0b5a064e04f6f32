import html
import re

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from clusters.models import Notice, OpenSession
from tests.factories.clusters import MembershipFactory, UserFactory
from tests.factories.login import PASSWORD, AuthenticatorFactory, code_now

CHANGE = "/mijn-account/rol/"
SAME = {"Sec-Fetch-Site": "same-origin"}
LONG = "regel één\r\n<script>alert('x')</script> \"&amp; 🙂 ‮" + "a" * 10_000


@pytest.fixture
def browser():
    """A browser as it is: it must send a form token."""
    return Client(enforce_csrf_checks=True)


def token_of(page):
    return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.content.decode()).group(1)


def log_in(browser, username="kim", *, steps=0):
    page = browser.get("/inloggen/")
    typed = {"username": username, "password": PASSWORD, "csrfmiddlewaretoken": token_of(page)}
    browser.post("/inloggen/", typed)
    page = browser.get("/inloggen/code/")
    code = {"code": code_now(steps=steps), "csrfmiddlewaretoken": token_of(page)}
    answer = browser.post("/inloggen/code/", code)
    assert answer.status_code == 302, answer.content.decode()


def kept(answer):
    found = re.findall(
        r'<input type="hidden" name="([^"]*)" value="([^"]*)">', answer.content.decode()
    )
    return [
        (html.unescape(name), html.unescape(value))
        for name, value in found
        if name != "csrfmiddlewaretoken"
    ]


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now(), tick=False) as travelling:
        yield travelling


@pytest.fixture
def typed(browser, employee, clock):
    """A form on the screen of Kim, filled in, and then twenty-one minutes of silence."""
    log_in(browser)
    token = token_of(browser.get("/mijn-account/wachtwoord/"))
    clock.shift(21 * 60)
    return {
        "csrfmiddlewaretoken": token,
        "question": LONG,
        "days": ["ma", "wo"],
        "empty": "",
        "new_password": "mag nergens staan",
    }


def test_a_late_form_comes_back_with_everything_typed(browser, typed):
    answer = browser.post(f"{CHANGE}?a=1", typed, headers=SAME)

    text = answer.content.decode()
    assert answer.status_code == 403
    assert "U was te lang weg" in text
    assert kept(answer) == [("question", LONG), ("days", "ma"), ("days", "wo"), ("empty", "")]
    assert "<script>alert" not in text
    assert "mag nergens staan" not in text
    assert f'action="{CHANGE}?a=1"' in text


def test_a_late_form_goes_on_after_signing_in_again(browser, typed, employee):
    MembershipFactory(user=employee, role="privacy_officer")
    first = browser.post(CHANGE, {**typed, "role": "privacy_officer"}, headers=SAME)
    log_in(browser)

    again = dict(kept(first), csrfmiddlewaretoken=token_of(first))
    second = browser.post(CHANGE, again, headers=SAME)
    assert "Opnieuw versturen" in second.content.decode()
    assert dict(kept(second))["question"] == LONG
    third = browser.post(
        CHANGE, dict(kept(second), csrfmiddlewaretoken=token_of(second)), headers=SAME
    )

    assert third.status_code == 302
    assert browser.session["role"] == "privacy_officer"


def test_a_late_form_is_not_shown_to_the_next_person(browser, typed, employee):
    other = UserFactory(username="robin")
    other.set_password(PASSWORD)
    other.save()
    MembershipFactory(user=other)
    AuthenticatorFactory(user=other)
    log_in(browser, "robin")

    answer = browser.post(CHANGE, typed, headers=SAME)

    text = answer.content.decode()
    assert answer.status_code == 403
    assert "niet verwerkt" in text
    assert "regel" not in text
    assert kept(answer) == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://elsewhere.example"},
        {"Origin": "null"},
        {},
    ],
)
def test_a_late_form_from_another_site_is_refused_without_its_text(browser, typed, headers):
    answer = browser.post(CHANGE, typed, headers=headers)

    assert answer.status_code == 403
    assert "regel" not in answer.content.decode()
    assert kept(answer) == []


def test_a_late_form_of_a_browser_that_only_says_its_origin_is_kept(browser, typed):
    answer = browser.post(CHANGE, typed, headers={"Origin": "http://testserver"})

    assert dict(kept(answer))["question"] == LONG


@pytest.mark.parametrize("signed_in", [True, False])
@pytest.mark.parametrize("token", ["", "a", "a" * 32, "a" * 64, "é" * 64])
def test_a_form_without_a_token_of_ours_is_refused_without_its_text(
    browser, typed, token, signed_in
):
    if signed_in:
        log_in(browser)

    answer = browser.post(CHANGE, {**typed, "csrfmiddlewaretoken": token}, headers=SAME)

    assert answer.status_code == 403
    assert kept(answer) == []


def test_a_forged_form_changes_nothing(browser, employee):
    log_in(browser)
    Notice.objects.create(person=employee, text="x", dedup_key="x", created_at=timezone.now())

    answer = browser.post("/meldingen/gelezen/", {}, headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403
    assert Notice.objects.unread().count() == 1


def test_a_form_from_before_signing_in_again_elsewhere_is_kept(browser, employee, clock):
    log_in(browser)
    token = token_of(browser.get("/mijn-account/wachtwoord/"))
    OpenSession.objects.update(opened_at=timezone.now())
    browser.cookies["csrf"] = "b" * 32

    answer = browser.post(
        CHANGE, {"csrfmiddlewaretoken": token, "question": "mijn tekst"}, headers=SAME
    )

    assert "Dit formulier is verlopen" in answer.content.decode()
    assert kept(answer) == [("question", "mijn tekst")]


def test_a_file_is_mentioned_because_it_is_lost(browser, typed, tmp_path):
    file = tmp_path / "brief.txt"
    file.write_text("hallo")
    with file.open("rb") as opened:
        answer = browser.post(CHANGE, {**typed, "bijlage": opened}, headers=SAME)

    assert "Een bestand kunnen we niet bewaren" in answer.content.decode()


def test_an_old_login_page_just_starts_again(browser, db):
    answer = browser.post("/inloggen/?next=/mijn-account/", {"username": "kim"}, headers=SAME)

    assert answer.url == "/inloggen/?verlopen=1&next=%2Fmijn-account%2F"
    assert "U was te lang weg" in browser.get(answer.url).content.decode()


def test_an_unknown_address_with_an_old_form_is_not_found(browser, typed):
    assert browser.post("/bestaat-niet/", typed, headers=SAME).status_code == 404
