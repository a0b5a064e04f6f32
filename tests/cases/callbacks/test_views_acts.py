"""The pages of the acts: a form, one button, and back; the buttons are what may be done now."""

import re

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from cases.callbacks.lifecycle import CallbackState
from cases.callbacks.views.buttons import OFFERED
from cases.models import CallbackOutcome
from tests.cases.callbacks.acts import of_noord, ready_for
from tests.cases.callbacks.pages import answers_in, text_of
from tests.factories.cases import ResidentFactory, in_state

pytestmark = pytest.mark.usefixtures("monday")
HTMX = {"HX-Request": "true"}


def url_of(name, callback):
    return reverse(f"callback-{name}", args=[callback.pk])


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_claim_from_the_page_goes_to_the_request(cast, as_user):
    callback = ready_for("claim", cast)

    response = as_user(cast.team_worker).post(url_of("claim", callback))

    assert (response.status_code, response.url) == (302, url_of("detail", callback))
    assert said(response) == [f"{callback} is nu van u."]


def test_claim_by_htmx_gives_the_row_back_with_my_name_and_no_button(cast, as_user):
    callback = ready_for("claim", cast)

    response = as_user(cast.team_worker).post(url_of("claim", callback), headers=HTMX)

    page = response.content.decode()
    assert response.status_code == 200
    assert page.strip().startswith("<tr")
    assert (page.count("<tr"), page.count("<html")) == (1, 0)
    assert str(cast.team_worker) in page
    assert "Oppakken" not in page
    assert str(callback.resident) in page


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_the_second_to_claim_is_told_who_was_first(cast, as_user, headers):
    callback = ready_for("release", cast)
    callback.handler = cast.handler
    callback.save()
    referer = f"http://testserver{reverse('callback-worklist')}"

    response = as_user(cast.team_worker).post(
        url_of("claim", callback), headers={**headers, "Referer": referer}
    )

    assert said(response) == [f"{cast.handler} was u voor en heeft dit al opgepakt."]
    assert response.get("HX-Refresh") == ("true" if headers else None)
    assert response.get("Location") == (None if headers else referer)


@pytest.mark.parametrize(
    ("name", "words"),
    [("release", "staat weer op de lijst"), ("resume", "loopt weer")],
)
def test_an_act_without_a_form_is_one_button(cast, as_user, name, words):
    callback = ready_for(name, cast)

    response = as_user(cast.handler).post(url_of(name, callback))

    assert response.url == url_of("detail", callback)
    assert words in said(response)[0]


ANSWERS = {
    "attempt": ({"result": "voicemail"}, "de poging is vastgelegd"),
    "next-step": ({"choice": "letter", "until": "2026-11-25"}, "het vervolg is gekozen"),
    "pause": ({"pause_reason": "away", "until": "25-11-2026"}, "gepauzeerd"),
    "close": ({"outcome": "{outcome}", "outcome_note": "Gelukt."}, "afgesloten"),
    "reopen": ({"reason": "Toch niet."}, "heropend"),
    "assign": ({"person": "{colleague}"}, "gegeven aan uw collega"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_act_with_a_form_is_done_and_leads_back_to_the_request(cast, as_user, name):
    answers, words = ANSWERS[name]
    given = {
        key: value.format(outcome=CallbackOutcome.objects.first().pk, colleague=cast.team_worker.pk)
        for key, value in answers.items()
    }
    callback = ready_for(name.replace("-", "_"), cast)
    client, url = as_user(cast.handler), url_of(name, callback)

    response = client.post(url, answers_in(client.get(url)) | given)

    assert (response.status_code, response.url) == (302, url_of("detail", callback))
    assert words in said(response)[0]
    assert client.get(response.url).status_code == 200


def test_forwarding_leads_to_the_list_because_the_request_is_gone(cast, as_user):
    callback = ready_for("forward", cast)
    answers = {"team": str(cast.elsewhere.pk), "reason": "Daar."}

    response = as_user(cast.handler).post(url_of("forward", callback), answers)

    assert response.url == reverse("callback-worklist")
    assert "doorgestuurd" in said(response)[0]


def test_pausing_till_a_day_begins_again_at_opening_time(cast, as_user):
    callback = ready_for("pause", cast)
    answers = {"pause_reason": "away", "until": "2026-11-25"}

    as_user(cast.handler).post(url_of("pause", callback), answers)

    callback.refresh_from_db()
    assert callback.paused_until.isoformat() == "2026-11-25T07:30:00+00:00"


@pytest.mark.parametrize("name", ["attempt", "next-step", "pause", "close", "reopen", "assign"])
def test_a_page_of_an_act_that_cannot_be_done_now_says_so_and_leads_back(cast, as_user, name):
    other = "claimed" if name in ("reopen", "next-step") else "closed"
    callback = in_state(other, **of_noord(cast, other))

    response = as_user(cast.handler).get(url_of(name, callback), follow=True)

    assert response.redirect_chain == [("/", 302)]
    assert "kan niet meer: de status is" in text_of(response)


BUTTONS = {
    ("waiting", "team_worker"): ["Oppakken", "Geven aan een collega", "Doorsturen naar een team"],
    ("waiting", "team_manager"): ["Oppakken", "Geven aan een collega", "Doorsturen naar een team"],
    ("claimed", "team_worker"): ["Geven aan een collega", "Doorsturen naar een team"],
    ("claimed", "handler"): [
        "Poging vastleggen",
        "Afsluiten",
        "Pauzeren",
        "Geven aan een collega",
        "Doorsturen naar een team",
        "Teruggeven",
        "Melding vastleggen",
    ],
    ("claimed", "team_manager"): [
        "Afsluiten",
        "Pauzeren",
        "Geven aan een collega",
        "Doorsturen naar een team",
        "Teruggeven",
    ],
    ("stuck", "handler"): [
        "Vervolg kiezen",
        "Afsluiten",
        "Geven aan een collega",
        "Doorsturen naar een team",
        "Melding vastleggen",
    ],
    ("paused", "handler"): ["Hervatten", "Afsluiten", "Melding vastleggen"],
    ("paused", "team_worker"): [],
    ("closed", "team_worker"): ["Heropenen"],
    ("closed", "handler"): ["Heropenen", "Melding vastleggen"],
}


@pytest.mark.parametrize(("state", "person"), BUTTONS)
def test_the_buttons_are_what_this_person_may_do_now(cast, as_user, state, person):
    callback = in_state(state, **of_noord(cast, state))

    page = as_user(getattr(cast, person)).get(url_of("detail", callback))

    bar = re.search(r'<div class="wt-actions">(.*?)</div>', page.content.decode(), re.DOTALL)
    labels = re.findall(r">\s*([A-Z][a-z ]+?)\s*</(?:a|button)>", bar[1]) if bar else []
    assert labels == BUTTONS[state, person]


@pytest.mark.parametrize("state", CallbackState.values)
@pytest.mark.parametrize("person", ["handler", "team_manager", "team_worker"])
def test_a_button_is_never_refused(cast, as_user, state, person):
    """What is offered can be opened, or done: buttons and guards cannot differ."""
    client = as_user(getattr(cast, person))
    for _, _, name, posts, _ in OFFERED:
        callback = in_state(state, **of_noord(cast, state))
        url = reverse(name, args=[callback.pk])
        if url not in client.get(url_of("detail", callback)).content.decode():
            continue
        status = client.post(url).status_code if posts else client.get(url).status_code
        assert status == (302 if posts else 200)


def test_the_way_to_call_stands_beside_every_form(cast, as_user):
    resident = ResidentFactory(phone="+31612345678", needs_interpreter=True, language="Arabisch")
    callback = ready_for("attempt", cast, resident=resident)

    page = text_of(as_user(cast.handler).get(url_of("attempt", callback)))

    for words in ("Tolk nodig", "Arabisch", "06 12345678"):
        assert words in page
    assert "Spreek geen voicemail in." in page
