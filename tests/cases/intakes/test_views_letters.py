"""The letter on the screen: looked at, sent once, read back as it went."""

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from cases.intakes.papers import confirmation, order_of
from cases.makers import MAKERS
from cases.models import ConfirmationLetter, Paper, Resident, WmoNotification
from cases.papers.making import register
from cases.papers.tasks import make_papers
from tests.cases.callbacks.pages import answers_in, errors_of, text_of
from tests.factories.cases import ResidentFactory
from tests.factories.intakes import LetterFactory, NotificationFactory

pytestmark = pytest.mark.usefixtures("monday")


def url_of(notification, name="notification-letter"):
    return reverse(name, args=[notification.pk])


@pytest.fixture
def mine(noord, cast):
    """A melding on the desk of the handler."""
    return NotificationFactory(team=noord, handler=cast.handler)


def test_look_send_and_read_back(mine, cast, as_user):
    client = as_user(cast.handler)
    before = client.get(url_of(mine))
    assert "Zo komt de brief eruit te zien" in text_of(before)

    sent = client.post(url_of(mine), answers_in(before) | {"way": "handed"}, follow=True)

    assert "persoonlijk gegeven" in text_of(sent)
    assert "<form" not in sent.content.decode().split("<main", 1)[1].split("</main")[0]
    assert "De PDF wordt gemaakt" in text_of(sent)
    assert make_papers() == 1
    assert "PDF openen (2 pagina’s)" in text_of(client.get(url_of(mine)))
    pdf = client.get(url_of(mine, "notification-letter-pdf"))
    assert (pdf["Content-Type"], pdf["Cache-Control"]) == ("application/pdf", "no-store")
    assert pdf["Content-Disposition"] == f'attachment; filename="bevestiging-{mine.pk}.pdf"'
    assert pdf.content == Paper.objects.get().open()
    assert AuditEvent.objects.filter(code="notification.letter_read").count() == 4
    assert AuditEvent.objects.filter(code="paper.opened").count() == 1


def test_the_paper_says_what_went_also_when_the_card_changed(mine, cast, as_user):
    client = as_user(cast.handler)
    client.post(url_of(mine), answers_in(client.get(url_of(mine))) | {"way": "post"})
    name = mine.resident.name
    Resident.objects.filter(pk=mine.resident_id).update(name="Nieuwe Naam")
    shown = []
    register({"confirmation": lambda source: shown.append(confirmation(source)) or shown[0]})
    try:
        make_papers()
    finally:
        register(MAKERS)

    assert name in shown[0].html
    assert "Nieuwe Naam" not in shown[0].html


def test_a_letter_of_before_there_were_papers_opens_byte_for_byte(noord, cast, as_user):
    made = NotificationFactory(team=noord, confirmed=True, handler=cast.handler)
    LetterFactory(notification=made, pdf=b"%PDF-1.7 van toen")
    client = as_user(cast.handler)

    assert "PDF openen" in text_of(client.get(url_of(made)))
    opened = client.get(url_of(made, "notification-letter-pdf"))
    assert opened.content == b"%PDF-1.7 van toen"
    assert opened["Content-Disposition"].startswith("attachment")
    assert AuditEvent.objects.filter(code="paper.opened").count() == 1


def test_a_double_click_is_one_letter(mine, cast, as_user):
    client = as_user(cast.handler)
    answers = answers_in(client.get(url_of(mine))) | {"way": "post"}

    assert [client.post(url_of(mine), answers).status_code for _ in range(2)] == [302, 302]
    assert ConfirmationLetter.objects.count() == 1


def test_without_a_way_the_page_asks_for_it(mine, cast, as_user):
    client = as_user(cast.handler)

    page = client.post(url_of(mine), answers_in(client.get(url_of(mine))))

    assert "way" in errors_of(page)
    assert not ConfirmationLetter.objects.exists()


def test_a_letter_that_changed_is_shown_again_and_then_goes(mine, cast, as_user):
    client = as_user(cast.handler)
    answers = answers_in(client.get(url_of(mine))) | {"way": "post"}
    Resident.objects.filter(pk=mine.resident_id).update(name="Nieuwe Naam")

    page = client.post(url_of(mine), answers)

    assert "intussen veranderd" in text_of(page)
    assert "Geachte Nieuwe Naam" in text_of(page)
    assert client.post(url_of(mine), answers_in(page)).status_code == 302
    assert ConfirmationLetter.objects.get().content["to"] == ["Nieuwe Naam"]


def test_what_was_sent_is_shown_not_what_would_be_sent_now(noord, cast, as_user):
    made = NotificationFactory(team=noord, confirmed=True, handler=cast.handler)
    LetterFactory(notification=made)

    page = text_of(as_user(cast.handler).get(url_of(made)))

    assert "Lever het in." in page
    assert "onafhankelijke" not in page


@pytest.mark.parametrize(
    ("card", "says"),
    [
        ({"address_secret": True}, "geheim adres"),
        ({"hide_municipality": True}, "Lees eerst de kaart"),
        ({}, None),
    ],
)
def test_the_page_warns_when_a_letter_may_harm(noord, cast, as_user, card, says):
    resident = ResidentFactory(**card)
    made = NotificationFactory(team=noord, handler=cast.handler, resident=resident)

    page = text_of(as_user(cast.handler).get(url_of(made)))

    for words in ("geheim adres", "Lees eerst de kaart"):
        assert (words in page) is (words == says)


def test_who_may_not_send_sees_no_form_and_sends_nothing(noord, cast, as_user):
    waiting = NotificationFactory(team=noord)
    client = as_user(cast.team_worker)

    assert client.get(url_of(waiting)).context["form"] is None
    assert client.post(url_of(waiting), {"way": "post"}).status_code == 403
    assert WmoNotification.objects.get().state == "received"


def test_without_libraries_the_page_says_so_in_dutch(noord, cast, as_user, monkeypatch):
    monkeypatch.setattr("cases.papers.worker.pdf_of", lambda html, css: None)
    made = NotificationFactory(team=noord, confirmed=True, handler=cast.handler)
    letter = LetterFactory(notification=made)
    client = as_user(cast.handler)
    client.post(url_of(made, "notification-letter-pdf"))

    make_papers()

    assert Paper.objects.of_order(order_of(letter)).get().state == "failed"
    page = text_of(client.get(url_of(made)))
    assert "Op deze server kan geen PDF gemaakt worden. Druk de brief zelf af." in page
    assert "PDF opnieuw maken" in page


def test_before_it_was_sent_there_is_no_file(mine, cast, as_user):
    page = as_user(cast.handler).get(url_of(mine, "notification-letter-pdf"))

    assert page.status_code == 404
