"""Calling safely: the card is read before the number is seen, and is kept by who calls (INW-4)."""

from datetime import time

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from cases.models import Resident
from tests.cases.callbacks.pages import answers_in, text_of
from tests.factories.cases import CallbackFactory

pytestmark = pytest.mark.usefixtures("monday", "noord")

NUMBER = "06 12345678"
CAREFUL = (
    {"hide_municipality": True},
    {"hide_number": True},
    {"may_be_called": False},
    {"call_from": time(9), "call_until": time(11)},
)


@pytest.fixture
def careful(cast, noord):
    """A request on the handler's desk of somebody whose card must be read first."""

    def made(**card):
        told = {f"resident__{name}": value for name, value in card.items()}
        return CallbackFactory(
            team=noord,
            claimed=True,
            handler=cast.handler,
            resident__phone="+31612345678",
            **told,
        )

    return made


@pytest.mark.parametrize("card", CAREFUL, ids=lambda card: next(iter(card)))
def test_the_number_comes_after_the_card(as_user, cast, careful, card):
    callback = careful(**card)
    client = as_user(cast.handler)

    before = text_of(client.get(reverse("callback-detail", args=[callback.pk])))
    after = text_of(client.post(reverse("callback-number", args=[callback.pk])))

    assert NUMBER not in before
    assert "Gelezen, toon het nummer" in before
    assert NUMBER in after
    event = AuditEvent.objects.get(code="callback.number_shown")
    assert (event.object_id, event.rule) == (str(callback.pk), "handler:show_number")


def test_without_a_warning_the_number_is_there_at_once(as_user, cast, careful):
    callback = careful()

    page = text_of(as_user(cast.handler).get(reverse("callback-detail", args=[callback.pk])))

    assert NUMBER in page


def test_a_colleague_without_the_request_does_not_see_a_hidden_number(as_user, cast, careful):
    callback = careful(hide_number=True)
    client = as_user(cast.team_worker)

    page = text_of(client.get(reverse("callback-detail", args=[callback.pk])))

    assert NUMBER not in page
    assert "Het nummer ziet u als het verzoek op uw naam staat." in page
    assert client.post(reverse("callback-number", args=[callback.pk])).status_code == 403


def test_no_form_of_an_act_shows_a_hidden_number(as_user, cast, careful):
    callback = careful(hide_number=True)

    page = text_of(as_user(cast.handler).get(reverse("callback-attempt", args=[callback.pk])))

    assert NUMBER not in page


def test_my_work_shows_the_number_unless_the_card_says_otherwise(as_user, cast, careful):
    careful(hide_number=True)
    CallbackFactory(
        team=cast.handler.memberships.get().team,
        claimed=True,
        handler=cast.handler,
        resident__phone="+31687654321",
    )

    page = text_of(as_user(cast.handler).get(reverse("home")))

    assert "06 87654321" in page
    assert NUMBER not in page
    assert "lees eerst de kaart" in page


def test_htmx_gets_the_card_alone(as_user, cast, careful):
    callback = careful(hide_number=True)

    page = as_user(cast.handler).post(
        reverse("callback-number", args=[callback.pk]), headers={"HX-Request": "true"}
    )

    assert page.content.decode().startswith("<section")
    assert NUMBER in text_of(page)


def test_the_card_is_kept_on_the_person_with_names_of_fields_in_the_trail(as_user, cast, careful):
    callback = careful(voicemail_allowed=True)
    client = as_user(cast.handler)
    url = reverse("callback-safe-contact", args=[callback.pk])
    shown = answers_in(client.get(url))
    assert shown["may_be_called"] == "on"

    shown |= {"hide_municipality": "on", "call_from": "09:00", "call_until": "11:00"}
    response = client.post(url, shown)

    assert response.url == reverse("callback-detail", args=[callback.pk])
    resident = Resident.objects.get(pk=callback.resident_id)
    assert (resident.hide_municipality, resident.voicemail_allowed) == (True, True)
    assert (resident.call_from, resident.call_until) == (time(9), time(11))
    event = AuditEvent.objects.get(code="resident.changed")
    assert event.fields == ["call_from", "call_until", "hide_municipality"]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"call_from": "11:00", "call_until": "09:00"}, "na de begintijd"),
        ({"call_from": "11:00", "call_until": ""}, "allebei"),
        ({"call_from": "laat", "call_until": "11:00"}, "uu:mm"),
        ({"language": "x" * 41}, "40"),
    ],
)
def test_a_wrong_card_is_said_at_its_field(as_user, cast, careful, changed, words):
    callback = careful()
    url = reverse("callback-safe-contact", args=[callback.pk])

    page = as_user(cast.handler).post(url, {"may_be_called": "on", **changed})

    assert page.status_code == 200
    assert words in text_of(page)
    assert Resident.objects.get(pk=callback.resident_id).call_from is None


def test_another_request_on_the_same_number_is_told_to_the_team(as_user, cast, careful, noord):
    callback = careful()
    other = CallbackFactory(team=noord, resident__phone="+31612345678")

    page = text_of(as_user(cast.handler).get(reverse("callback-detail", args=[callback.pk])))

    assert f"Op dit nummer loopt ook {other.reference} (Team Noord)" in page
