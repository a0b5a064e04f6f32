"""The confirmation letter: what the law asks is in it, what may harm is not (ML-7, INW-3)."""

from datetime import timedelta

import pytest

from cases.decisions.status import phrases_for
from cases.intakes.letter import confirmation_of, stamp_of
from cases.intakes.papers import confirmation
from cases.models import LetterLine
from cases.papers.pdf import pdf_of
from tests.factories.cases import MONDAY, ResidentFactory
from tests.factories.intakes import LetterFactory, NotificationFactory

pytestmark = pytest.mark.usefixtures("monday")
DAY = MONDAY.date()


def words(content):
    """The whole letter as one text."""
    sections = [
        text for part in content["sections"] for text in (part["title"], *part["paragraphs"])
    ]
    return " ".join([*content["to"], content["subject"], *sections, *content["closing"]])


def letter(**own):
    return confirmation_of(NotificationFactory(taken=True, **own), DAY)


@pytest.mark.parametrize(
    "text",
    [
        "onafhankelijke cliëntondersteuner",
        "mantelzorger",
        "gratis",
        "persoonlijk plan",
        "maandag 30 november 2026",  # seven days
        "maandag 4 januari 2027",  # six weeks
        "maandag 23 november 2026",  # the melding
        "Bel 14 036",
        "meteen een aanvraag doen",
        "Gemeente, sociale wijkteams",
    ],
)
def test_what_the_law_asks_is_in_the_letter(text):
    assert text in words(letter())


def test_the_number_and_the_name_of_who_has_it_are_in_the_letter():
    made = NotificationFactory(taken=True)
    content = confirmation_of(made, DAY)

    assert content["reference"] == str(made)
    assert str(made.handler) in content["closing"]


def test_what_was_asked_and_by_whom_stays_out_of_a_letter_others_may_open():
    content = letter(question="Kanarievraag", reported_by="family", reporter_name="Kanariezus")

    assert "Kanarie" not in words(content)
    assert "heeft iemand namens u gemeld" in words(content)


def test_the_letter_says_how_it_stands_as_the_desk_does():
    made = NotificationFactory(investigating=True)
    (said,) = phrases_for([made.resident_id], MONDAY)

    assert said.words in words(confirmation_of(made, DAY))
    assert "Wij bekijken samen met u wat nodig is. Dat is uiterlijk maandag 4 januari" in said.words


def test_the_letter_that_is_read_is_the_letter_that_goes():
    """Before it is confirmed and after, the words are the same; else its stamp would not fit."""
    made = NotificationFactory(taken=True)
    shown = confirmation_of(made, DAY)
    made.state = "confirmed"

    assert confirmation_of(made, DAY) == shown


def test_a_confirmation_after_the_six_weeks_says_so():
    late = words(confirmation_of(NotificationFactory(taken=True), DAY + timedelta(days=60)))

    assert "dat had wel gemoeten. U mag nu meteen een aanvraag doen." in late
    assert "Is het dan niet klaar?" not in late


def test_urgent_is_said():
    assert "spoed" in words(letter(urgent=True))
    assert "spoed" not in words(letter())


def test_a_known_address_stands_on_the_letter():
    resident = ResidentFactory(postcode="1315KA", house_number=7)

    assert letter(resident=resident)["to"] == [str(resident), "1315 KA 7"]


def test_a_secret_address_never_does_even_when_the_row_has_one():
    """Fails closed: the letter asks the flag, not whether an address happens to be there."""
    made = NotificationFactory.build(
        pk=1,
        taken=True,
        handler=None,
        resident=ResidentFactory.build(address_secret=True, postcode="1315KA", house_number=7),
    )

    content = confirmation_of(made, DAY)

    assert content["to"] == [str(made.resident)]
    assert "1315" not in words(content)


def test_a_line_that_is_retired_leaves_the_letter_whole():
    LetterLine.objects.update(is_active=False)

    assert "Uw eigen plan" in words(letter())


def test_another_letter_has_another_stamp():
    made = NotificationFactory(taken=True)

    assert stamp_of(confirmation_of(made, DAY)) == stamp_of(confirmation_of(made, DAY))
    assert stamp_of(confirmation_of(made, DAY)) != stamp_of(letter())


def test_the_pdf_is_a_pdf_whatever_the_name_is():
    name = "<script>alert(1)</script> 🙂 مرحبا <img src='file:///etc/passwd'>"

    sent = LetterFactory(content=letter(resident=ResidentFactory(name=name)))
    document = confirmation(str(sent.pk))

    made = pdf_of(document.html, document.css)

    assert made is not None
    assert made.content.startswith(b"%PDF-")
    assert name not in document.html
