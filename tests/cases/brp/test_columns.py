"""One line as a person: what is read, and what is wrong without saying what it was."""

from datetime import date

import pytest

from cases.brp.columns import OPTIONAL, REQUIRED, check_header, read_person
from cases.brp.lines import FileRefused, Line
from cases.residents.birthdays import BirthDate
from tests.cases.brp.extracts import COLUMNS, anja

TODAY = date(2026, 11, 26)


def reading(**different):
    person = anja(**different)
    cells = tuple(person.get(name, "") for name in COLUMNS)
    return read_person(Line(7, 0, cells), COLUMNS, today=TODAY)


def person_of(**different):
    found = reading(**different)
    assert found.faults == ()
    return found.person


def test_a_person_as_the_brp_has_them():
    person = person_of(telefoon="06 12345678", taal="Turks", vertrekdatum="20261201")

    assert person.bsn == "999990019"
    assert person.names == {
        "given_names": "Anja Cornelia",
        "prefix": "van den",
        "family_name": "Berg",
        "partner_prefix": "",
        "partner_name": "",
        "name_use": "E",
        "gender": "V",
    }
    assert (person.born, person.address) == (BirthDate(1950, 3), ("1315KA", 77, "B"))
    assert (person.is_secret, person.deceased_on, person.moved_on) == (
        False,
        None,
        date(2026, 12, 1),
    )
    assert (person.phone, person.language) == ("+31612345678", "Turks")


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("", None),
        ("00000000", BirthDate(0)),
        ("19210000", BirthDate(1921)),
        ("20261126", BirthDate(2026, 11, 26)),
        ("20240229", BirthDate(2024, 2, 29)),
    ],
)
def test_a_date_of_birth_is_read_as_far_as_it_is_known(text, born):
    assert person_of(geboortedatum=text).born == born


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        ({"geslachtsnaam": "Gözübüyük"}, "Gözübüyük"),
        ({"geslachtsnaam": "Go\u0308zu\u0308bu\u0308yu\u0308k"}, "Gözübüyük"),
        ({"geslachtsnaam": "Ō'Ńéïll-Šar  Čđ"}, "Ō'Ńéïll-Šar Čđ"),
        ({"geslachtsnaam": "Ö" * 200}, "Ö" * 200),
        ({"geslachtsnaam": ".", "voornamen": "Suparman"}, "Suparman"),
        ({"geslachtsnaam": "", "voornamen": "Suparman"}, "Suparman"),
        ({"geslachtsnaam": "'t Hart"}, "'t Hart"),
    ],
)
def test_names_come_through_whole(names, kept):
    person = person_of(**names)

    assert person.names["family_name"] == kept
    if "voornamen" in names:
        assert person.names["given_names"] == ""


@pytest.mark.parametrize(("code", "secret"), [("", False), ("0", False), ("1", True), ("7", True)])
def test_every_code_of_secrecy_counts(code, secret):
    assert person_of(geheim=code).is_secret is secret


def test_without_an_address_there_is_none():
    assert person_of(postcode="", huisnummer="", toevoeging="").address is None


@pytest.mark.parametrize(
    ("different", "column", "words"),
    [
        ({"bsn": ""}, "bsn", "ontbreekt"),
        ({"bsn": "123456789"}, "bsn", "geldig BSN"),
        ({"bsn": "000000000"}, "bsn", "geldig BSN"),
        ({"bsn": "9" * 5000}, "bsn", "15 tekens"),
        ({"bsn": "=1+1"}, "bsn", "negen cijfers"),
        ({"geslachtsnaam": "", "voornamen": ""}, "geslachtsnaam", "geen naam"),
        ({"geslachtsnaam": "x" * 201}, "geslachtsnaam", "200 tekens"),
        ({"geslachtsnaam": "=HYPERLINK(1)"}, "geslachtsnaam", "formule"),
        ({"voornamen": "@SUM(1)"}, "voornamen", "formule"),
        ({"geslachtsnaam": "Be\x00rg"}, "geslachtsnaam", "niet te zien"),
        ({"geslachtsnaam": "Be\u202erg"}, "geslachtsnaam", "niet te zien"),
        ({"voorvoegsel": "van" * 9}, "voorvoegsel", "20 tekens"),
        ({"voorvoegsel_partner": "de"}, "geslachtsnaam_partner", "hoort een naam"),
        ({"naamgebruik": "X"}, "naamgebruik", "E, P, V, N"),
        ({"geslacht": "man"}, "geslacht", "M, V, O"),
        ({"geboortedatum": "29990101"}, "geboortedatum", "toekomst"),
        ({"geboortedatum": "20261127"}, "geboortedatum", "toekomst"),
        ({"geboortedatum": "20230229"}, "geboortedatum", "bestaat niet"),
        ({"geboortedatum": "19500015"}, "geboortedatum", "onbekend"),
        ({"geboortedatum": "01-02-1950"}, "geboortedatum", "acht cijfers"),
        ({"geboortedatum": "١٩٥٠٠١٠١"}, "geboortedatum", "acht cijfers"),
        ({"geboortedatum": "18000101"}, "geboortedatum", "120 jaar"),
        ({"postcode": "B-1000"}, "postcode", "geen Nederlandse postcode"),
        ({"postcode": ""}, "postcode", "hoort een postcode"),
        ({"huisnummer": ""}, "huisnummer", "huisnummer"),
        ({"huisnummer": "0"}, "huisnummer", "huisnummer"),
        ({"huisnummer": "9" * 400}, "huisnummer", "16 tekens"),
        ({"geheim": "8"}, "geheim", "0 tot en met 7"),
        ({"geheim": "٣"}, "geheim", "0 tot en met 7"),
        ({"geheim": "01"}, "geheim", "0 tot en met 7"),
        ({"overlijdensdatum": "20261127"}, "overlijdensdatum", "moet nog komen"),
        ({"overlijdensdatum": "19491231"}, "overlijdensdatum", "voor de geboortedatum"),
        ({"overlijdensdatum": "20260500"}, "overlijdensdatum", "met de hand"),
        ({"vertrekdatum": "morgen"}, "vertrekdatum", "acht cijfers"),
        ({"telefoon": "0900 1234"}, "telefoon", ""),
        ({"taal": "x" * 41}, "taal", "40 tekens"),
    ],
)
def test_what_is_wrong_is_said_with_its_column_and_never_with_its_value(different, column, words):
    found = reading(**different)

    assert found.person is None
    assert [fault.column for fault in found.faults] == [column]
    said = str(found.faults[0])
    assert said.startswith(f"Regel 7, {column}: ")
    assert words in said
    values = [value for value in different.values() if len(value) > 3]
    assert [value for value in values if value in said] == []


def test_every_fault_of_a_line_is_said_at_once():
    found = reading(bsn="1", geslacht="?", postcode="x")

    assert {fault.column for fault in found.faults} == {"bsn", "postcode", "geslacht"}


def test_a_line_with_another_number_of_fields_is_wrong():
    found = read_person(Line(3, 0, ("999990019",)), COLUMNS, today=TODAY)

    assert str(found.faults[0]) == f"Regel 3: Er staan 1 velden, de kop heeft er {len(COLUMNS)}."


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        (REQUIRED[1:], "ontbreekt: bsn"),
        ((*REQUIRED, "religie"), "1 kolom"),
        ((*REQUIRED, "taal", "taal"), "twee keer"),
        ((), "ontbreekt"),
    ],
)
def test_a_header_has_what_is_needed_and_nothing_more(columns, words):
    with pytest.raises(FileRefused, match=words):
        check_header(columns)


def test_the_optional_columns_may_be_there_in_any_order():
    check_header((*OPTIONAL, *reversed(REQUIRED)))
