"""Our lengths and those of the standard agree, and the page says what the code does."""

import re

import pytest

from cases.callbacks.models.requests import QUESTION_LENGTH
from cases.contacts.models import Channel
from cases.exchange.checking import faults_of
from cases.exchange.standard import (
    LANGUAGES,
    PIECE,
    SHAPES,
    Kind,
    language_code,
    language_name,
)
from cases.models import CallbackRequest, CallbackSubject, Contact, ContactQuestion, Resident
from clusters.models import Team, User
from tests.architecture.house import ROOT

CARRIED = [  # our column, and the field of the standard that carries it whole
    (CallbackSubject, "label", "klantcontact", "onderwerp"),
    (ContactQuestion, "question", "klantcontact", "inhoud"),
    (CallbackRequest, "question", "klantcontact", "inhoud"),
    (CallbackRequest, "question", "internetaak", "toelichting"),
    (CallbackRequest, "outcome_note", "klantcontact", "reactie"),
    (Contact, "channel", "klantcontact", "kanaal"),
    (Resident, "name", "contactnaam", "achternaam"),
    (Resident, "phone", "digitaalAdres", "adres"),
    (Resident, "house_suffix", "bezoekadres", "huisnummertoevoeging"),
    (Team, "name", "actor", "naam"),
    (Team, "code", "actoridentificator", "objectId"),
    (User, "username", "actoridentificator", "objectId"),
    (User, "username", "actor", "naam"),
]
TEXT_KINDS = (Kind.TEXT, Kind.WORDS)


@pytest.mark.parametrize(
    ("model", "column", "shape", "field"),
    CARRIED,
    ids=[f"{row[0].__name__}.{row[1]}-{row[2]}" for row in CARRIED],
)
def test_nothing_of_ours_is_longer_than_the_standard(model, column, shape, field):
    """So that a length is announced at the form and nothing is cut off later."""
    own = model._meta.get_field(column).max_length

    assert own is not None
    assert own <= SHAPES[shape][field].most


def test_the_form_announces_the_length_of_a_question():
    assert SHAPES["klantcontact"]["inhoud"].most == QUESTION_LENGTH


def test_a_channel_is_known_under_its_own_name():
    assert all(len(code) <= SHAPES["klantcontact"]["kanaal"].most for code in Channel.values)


def test_the_page_lists_every_field_with_its_length():
    page = (ROOT / "docs/klantinteracties.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([\w.]+)` \| [^|]+ \| ([\d–]+) \|", page, re.MULTILINE))
    said = {
        f"{shape}.{name}": str(field.most) if field.kind in TEXT_KINDS else "–"
        for shape, fields in SHAPES.items()
        if shape != "regel"
        for name, field in fields.items()
    }

    assert rows == said


def test_the_page_names_every_key_of_the_metadata():
    page = (ROOT / "docs/klantinteracties.md").read_text(encoding="utf-8")
    code = (ROOT / "cases/exchange").rglob("*.py")
    reading = "\n".join(path.read_text(encoding="utf-8") for path in code)
    words = r'told\.(?:word|flag|number|moment|uuid|choice|listed)\(\s*"(\w+)"'
    keys = set(re.findall(words, reading))

    assert len(keys) > 30
    assert {key for key in keys if f"`{key}`" not in page} == set()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "nld"),
        ("Nederlands", "nld"),
        (" turks ", "tur"),
        ("Oekraïens", "ukr"),
        ("Farsi", "per"),
        ("tur", "tur"),
        ("dut", "nld"),
        ("Klingon", "und"),
    ],
)
def test_a_language_as_three_letters(typed, code):
    assert language_code(typed) == code


@pytest.mark.parametrize("code", [*LANGUAGES, "und", "xyz"])
def test_three_letters_as_a_language_and_back(code):
    name = language_name(code)

    assert len(code) == 3
    assert language_code(name) == ("nld" if code == "und" else code if code != "xyz" else "und")


def test_the_form_of_a_line_is_an_object():
    assert list(faults_of([], "regel")) == ["regel moet een object zijn, tussen accolades."]
    assert SHAPES["klantcontact"]["metadata"].most == PIECE
