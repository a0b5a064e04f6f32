"""The cards as one sees and saves them; without script the button does the same."""

import re

import pytest
from django.urls import reverse

from audit.models import AuditEvent, AuditSubject
from cases.models import KitchenTableTalk
from tests.factories.talks import AgreementFactory, CardFactory, TalkColleagueFactory, domain

CODES = ("lichaam", "geest", "zelfzorg", "netwerk", "meedoen")


@pytest.fixture
def client_of_worker(as_user, cast):
    return as_user(cast.handler)


def url(name, talk, *args):
    return reverse(name, args=[talk.pk, *args])


def form(**said):
    return {"version": "1", "window": "w1", "number": "0", **said}


def test_the_cards_show_what_was_said_and_nothing_is_sent_unescaped(client_of_worker, held, write):
    write("geld", words="<script>alert(1)</script>")

    page = client_of_worker.get(url("talk-cards", held)).content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert "Politie en justitie aanzetten" in page
    line = AuditEvent.objects.filter(code="talk.read").latest("pk")
    assert AuditSubject.objects.get(event=line).resident_id == held.resident_id


def test_the_save_button_keeps_a_card_and_goes_back_to_it(client_of_worker, held):
    response = client_of_worker.post(url("talk-card", held, "geld"), form(words="Schuld"))

    assert response.url == url("talk-cards", held) + "#geld"
    assert held.cards.get(domain__code="geld").said["words"] == "Schuld"


def test_a_save_answers_with_the_time_and_the_new_version(client_of_worker, held):
    response = client_of_worker.post(url("talk-save", held, "geld"), form(words="Schuld"))

    text = response.content.decode()
    assert text.startswith("Bewaard 10:00")
    assert 'name="version" value="2" id="version-geld"' in text


def test_another_window_shows_both_texts_and_either_may_be_kept(client_of_worker, held, write):
    write("geld", window="w9", words="Hun tekst")
    save, button = url("talk-save", held, "geld"), url("talk-card", held, "geld")

    assert "In een ander venster gewijzigd" in (
        client_of_worker.post(save, form(words="Mijn tekst")).content.decode()
    )
    response = client_of_worker.post(button, form(words="Mijn tekst"))
    page = response.content.decode()

    assert response.status_code == 409
    assert "Hun tekst" in page
    assert "Mijn tekst</textarea>" in page
    stamp = dict(re.findall(r'name="(version|window|number)" value="(\w+)"', page))
    client_of_worker.post(button, {**stamp, "words": "Mijn tekst"})
    assert held.cards.get(domain__code="geld").said["words"] == "Mijn tekst"


def test_what_comes_after_the_end_is_shown_to_copy(client_of_worker, held):
    KitchenTableTalk.objects.update(state="concluded", ended_at=held.held_at)

    response = client_of_worker.post(url("talk-card", held, "geld"), form(words="Te laat getypt"))
    saved = client_of_worker.post(url("talk-save", held, "geld"), form(words="Te laat getypt"))

    assert response.status_code == 409
    assert "Te laat getypt" in response.content.decode()
    assert "Niet bewaard" in saved.content.decode()


def test_too_much_text_is_shown_back(client_of_worker, held):
    response = client_of_worker.post(url("talk-card", held, "geld"), form(words="x" * 200_001))

    assert response.status_code == 409
    assert "te veel tekst" in response.content.decode()


@pytest.mark.parametrize("code", ["bestaat-niet", "justitie", "lichaam"])
def test_a_card_that_is_not_there_is_a_404(client_of_worker, held, code):
    for name in ("talk-card", "talk-save"):
        assert client_of_worker.post(url(name, held, code), form()).status_code == 404


def test_a_neutral_leefgebied_is_not_switched_on(client_of_worker, held):
    response = client_of_worker.post(url("talk-switch-on", held, "lichaam"), {"reason": "Zomaar"})

    assert response.status_code == 404


def test_justice_is_switched_on_with_a_reason_and_errors_keep_the_page(client_of_worker, held):
    address = url("talk-switch-on", held, "justitie")

    assert "Schrijf op waarom" in client_of_worker.post(address, {"reason": " "}).content.decode()
    assert client_of_worker.post(address, {"reason": "Taakstraf"}).status_code == 302
    assert held.cards.filter(domain__code="justitie").count() == 1


def test_a_wrong_agreement_comes_back_as_it_was_typed(client_of_worker, held):
    page = client_of_worker.post(url("talk-agree", held), {"what": "Belt de bank"}).content.decode()

    assert "Belt de bank</textarea>" in page
    assert "Kies een dag." in page


@pytest.mark.parametrize("rows", [1, 5])
def test_the_cards_cost_the_same_queries_however_many_there_are(
    client_of_worker, held, rows, django_assert_num_queries
):
    held.cards.all().delete()
    for code in CODES[:rows]:
        CardFactory(talk=held, domain=domain(code), said={"words": "tekst"})
        AgreementFactory(talk=held)

    # session 2, person, roles, notices; talk, audit 3; cards, domains, agreements
    with django_assert_num_queries(12):
        client_of_worker.get(url("talk-cards", held))


def test_a_colleague_of_the_wmo_team_reads_the_report_and_not_the_cards(as_user, cast, concluded):
    TalkColleagueFactory(talk=concluded, employee=cast.city_hall_team)
    client = as_user(cast.city_hall_team)

    assert client.get(url("talk-cards", concluded)).status_code == 403
    assert client.get(url("talk-detail", concluded)).status_code == 200


def test_conclude_says_what_is_in_the_way_and_then_freezes(client_of_worker, held, write):
    write("geld", state="discussed", words="Schuld")
    address = url("talk-conclude", held)

    page = client_of_worker.post(address).content.decode()
    assert "welke vraag van de inwoner" in page

    write("geld", state="discussed", words="Schuld", question="Huur?")
    assert client_of_worker.post(address).url == url("report-detail", held)
    assert client_of_worker.post(address).url == url("report-detail", held)  # a second click
