"""Names and greetings as the BRP writes them, and dates of which a part is unknown."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from cases.residents.birthdays import BirthDate, ImpossibleDateError
from cases.residents.forms import PartialDateField
from cases.residents.names import Names, initials
from tests.factories.cases import MONDAY, ResidentFactory

OWN = {"given_names": "Jolien Rosa", "prefix": "in het", "family_name": "Veld"}
PARTNER = {"partner_prefix": "van", "partner_name": "Velzen"}


@pytest.mark.parametrize(
    ("use", "surname", "greeting"),
    [
        ("E", "in het Veld", "Geachte mevrouw In het Veld"),
        ("P", "van Velzen", "Geachte mevrouw Van Velzen"),
        ("V", "van Velzen-in het Veld", "Geachte mevrouw Van Velzen-in het Veld"),
        ("N", "in het Veld-van Velzen", "Geachte mevrouw In het Veld-van Velzen"),
    ],
)
def test_the_use_of_names_chooses_the_surname(use, surname, greeting):
    names = Names(**OWN, **PARTNER, name_use=use, gender="V")

    assert names.surname == surname
    assert names.salutation == greeting
    assert names.full_name == f"Jolien Rosa {surname}"


@pytest.mark.parametrize("use", ["E", "P", "V", "N"])
def test_without_a_known_partner_it_is_the_own_name(use):
    assert Names(**OWN, name_use=use).surname == "in het Veld"


@pytest.mark.parametrize(
    ("own", "greeting"),
    [
        ({"gender": "M", "family_name": "Groenen"}, "Geachte heer Groenen"),
        ({"gender": "V", "family_name": "Groenen"}, "Geachte mevrouw Groenen"),
        ({"given_names": "Jan Rik", "family_name": "Groenen"}, "Geachte J.R. Groenen"),
        (
            {"given_names": "Rob Marc", "prefix": "van", "family_name": "Puffelen"},
            "Geachte R.M. van Puffelen",
        ),
        ({"prefix": "van", "family_name": "Puffelen", "gender": "M"}, "Geachte heer Van Puffelen"),
        ({"prefix": "'t", "family_name": "Hart", "gender": "M"}, "Geachte heer 't Hart"),
        ({"prefix": "d'", "family_name": "Artagnan", "gender": "M"}, "Geachte heer D'Artagnan"),
        ({"family_name": "Sukarno", "gender": "M"}, "Geachte heer Sukarno"),  # one name only
        ({"family_name": "Sukarno"}, "Geachte Sukarno"),
        ({"family_name": "Öztürk-Ĳsbrandts", "gender": "V"}, "Geachte mevrouw Öztürk-Ĳsbrandts"),
        ({}, "Geachte bewoner"),
        ({"gender": "M"}, "Geachte heer"),
        (
            {"gender": "V", "family_name": "A", "form_of_address": "Kim de Wit"},
            "Geachte Kim de Wit",
        ),
    ],
)
def test_a_letter_greets_as_the_brp_does(own, greeting):
    assert Names(**own).salutation == greeting


def test_a_caller_whose_names_nobody_looked_up_is_greeted_as_told():
    assert ResidentFactory.build(name="A. Jansen").salutation == "Geachte A. Jansen"
    assert ResidentFactory.build(anonymous=True).salutation == "Geachte bewoner"


@pytest.mark.parametrize(
    ("most", "listed"),
    [
        (40, "Jolien Rosa in het Veld"),
        (22, "J.R. in het Veld"),
        (14, "in het Veld"),
        (6, "in he…"),
    ],
)
def test_a_name_that_is_too_long_for_a_list_is_shortened(most, listed):
    assert Names(**OWN).fitting(most) == listed


@pytest.mark.parametrize(
    ("given", "letters"),
    [("Johan IJsbrand", "J.IJ."), ("", ""), ("çağla  Élodie", "Ç.É."), ("محمد", "م.")],
)
def test_initials(given, letters):
    assert initials(given) == letters


@pytest.mark.parametrize(
    ("typed", "brp", "shown"),
    [
        ("28-02-1950", "19500228", "28-02-1950"),
        ("1950-02-28", "19500228", "28-02-1950"),
        ("00-03-1950", "19500300", "maart 1950"),
        ("00-00-1950", "19500000", "1950"),
        ("00000000", "00000000", "onbekend"),
        ("19500300", "19500300", "maart 1950"),
        (" 1-3-1950 ", "19500301", "01-03-1950"),
        ("29-02-2024", "20240229", "29-02-2024"),
        ("23-11-2026", "20261123", "23-11-2026"),  # born today
        ("00-11-2026", "20261100", "november 2026"),
        ("01-01-1921", "19210101", "01-01-1921"),
    ],
)
def test_a_date_may_be_known_in_part(typed, brp, shown, time_machine):
    time_machine.move_to(MONDAY, tick=False)

    born = PartialDateField().clean(typed)

    assert (born.brp, str(born)) == (brp, shown)
    assert BirthDate.read(born.typed) == born


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("24-11-2026", "toekomst"),
        ("00-12-2026", "toekomst"),
        ("00-00-2027", "toekomst"),
        ("00-00-1905", "langer dan 120 jaar"),
        ("31-02-1950", "bestaat niet"),
        ("30-02-0000", "ook de maand"),
        ("12-00-1950", "ook de dag"),
        ("00-13-1950", "bestaat niet"),
        ("gisteren", "dd-mm-jjjj"),
        ("1950", "dd-mm-jjjj"),
        ("١٩٥٠٠٣٠٠", "dd-mm-jjjj"),
        ("1" * 400, "niet meer dan 12"),
    ],
)
def test_what_cannot_be_a_date_of_birth_is_refused_with_the_reason(typed, words, time_machine):
    time_machine.move_to(MONDAY, tick=False)

    with pytest.raises(ValidationError, match=words):
        PartialDateField().clean(typed)


@pytest.mark.parametrize(
    ("brp", "day", "text"),
    [
        ("20261123", date(2026, 11, 23), "0 jaar"),
        ("19211122", date(2026, 11, 23), "105 jaar"),
        ("19500000", date(2026, 11, 23), "75 of 76 jaar"),
        ("19501200", date(2026, 11, 23), "75 jaar"),
        ("00000000", date(2026, 11, 23), ""),
        ("20080229", date(2026, 2, 28), "17 jaar"),
        ("20080229", date(2026, 3, 1), "18 jaar"),
        ("20261100", date(2026, 11, 1), "0 jaar"),
    ],
)
def test_the_age_is_as_sure_as_the_date(brp, day, text):
    assert BirthDate.read(brp).age_text(day) == text


def test_only_a_whole_date_is_a_date():
    assert BirthDate.read("19500300").complete is None
    assert BirthDate.read("00000000").latest is None
    assert BirthDate.read("19500200").latest == date(1950, 2, 28)
    with pytest.raises(ImpossibleDateError):
        BirthDate.read("")
