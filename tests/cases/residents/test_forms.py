"""What a caller may say: numbers, postcodes, house numbers and dates, and what is refused how."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from cases.residents.forms import (
    BirthDateField,
    DayField,
    HouseNumberField,
    PhoneField,
    PostcodeField,
)
from tests.factories.cases import MONDAY


def says(field, value):
    """The message of a field about a value."""
    with pytest.raises(ValidationError) as refused:
        field.clean(value)
    return " ".join(refused.value.messages)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("06 12345678", "+31612345678"),
        ("06-12345678", "+31612345678"),
        ("(036) 539 99 11", "+31365399911"),
        ("+31 6 12345678", "+31612345678"),
        ("0031612345678", "+31612345678"),
        ("088 1234567", "+31881234567"),  # an employer's number is a person's too
        ("+32 470 12 34 56", "+32470123456"),
        ("0032 470123456", "+32470123456"),
        ("+49 1512 3456789", "+4915123456789"),
        ("+1 212 555 2368", "+12125552368"),
        ("٠٦١٢٣٤٥٦٧٨", "+31612345678"),  # Arabic digits
    ],
)
def test_a_number_that_can_be_called_is_kept_as_e164(typed, kept):
    assert PhoneField().clean(typed) == kept


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("14 036", "14-nummers"),
        ("14036", "14-nummers"),
        ("+3114036", "14-nummers"),
        ("0031 14 036", "14-nummers"),
        ("14 0412", "14-nummers"),
        ("112", "te kort of te lang"),
        ("0900-8844", "servicenummer"),
        ("0900 1234567", "bestaat niet|servicenummer"),
        ("0800 1234", "servicenummer"),
        ("06 1234", "bestaat niet"),
        ("0612345678901", "te kort of te lang"),
        ("00 12", "geen telefoonnummer|te kort|bestaat niet"),
        ("weet ik niet", "geen telefoonnummer"),
        ("📞", "geen telefoonnummer"),
        ("<script>alert(1)</script>", "geen telefoonnummer|te kort"),
        ("9" * 31, "niet meer dan 30 tekens"),
        ("", "verplicht"),
        ("06123\x0045678", "Null"),
    ],
)
def test_a_number_that_cannot_be_called_is_refused_with_the_reason(typed, words):
    assert re.search(words, says(PhoneField(), typed))


def test_an_empty_number_is_fine_where_it_is_not_asked():
    assert PhoneField(required=False).clean("") == ""


@pytest.mark.parametrize("typed", ["1315AA", "1315 aa", " 1315  Aa "])
def test_a_postcode_is_kept_in_one_way(typed):
    assert PostcodeField().clean(typed) == "1315AA"


@pytest.mark.parametrize(
    "typed", ["0315AA", "1315", "1315A", "1315A1", "13155AA", "1315SS", "1315 sd", "١٣١٥AA", "🏠"]
)
def test_what_is_no_postcode_is_refused_with_an_example(typed):
    assert says(PostcodeField(), typed) == (
        "Een postcode is vier cijfers en twee letters, zoals 1315 AA."
    )


def test_no_postcode_is_fine_where_it_is_not_asked():
    assert PostcodeField(required=False).clean(" ") == ""


@pytest.mark.parametrize(
    ("typed", "pair"),
    [
        ("12", (12, "")),
        ("12a", (12, "A")),
        ("12 A", (12, "A")),
        ("12-3", (12, "3")),
        ("12 bis", (12, "BIS")),
        ("12 hs 4", (12, "HS 4")),
        ("", (None, "")),
    ],
)
def test_a_house_number_is_a_number_and_an_addition(typed, pair):
    assert HouseNumberField(required=False).clean(typed) == pair


@pytest.mark.parametrize("typed", ["0", "a12", "-3", "123456", "12 <b>", "12 abcdefghij", "١٢"])
def test_what_is_no_house_number_is_refused_with_an_example(typed):
    assert says(HouseNumberField(), typed) == (
        "Een huisnummer begint met een cijfer, zoals 12 of 12 A."
    )


@pytest.mark.parametrize("typed", ["2026-11-23", "23-11-2026", "23/11/2026", "23-11-2026 "])
def test_a_day_can_be_picked_or_typed(typed):
    assert DayField().clean(typed) == date(2026, 11, 23)


@pytest.mark.parametrize("typed", ["31-02-2026", "morgen", "2026-13-01", "11/23/2026"])
def test_what_is_no_day_is_refused_with_an_example(typed):
    assert says(DayField(), typed) == "Vul een datum in als dd-mm-jjjj."


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("24-11-2026", "niet in de toekomst"),
        ("31-12-1905", "langer dan 120 jaar geleden"),
        ("01-01-1900", "langer dan 120 jaar geleden"),
        ("01-01-0001", "langer dan 120 jaar geleden"),
    ],
)
def test_a_birth_date_is_of_somebody_who_can_be_alive(typed, words, time_machine):
    time_machine.move_to(MONDAY, tick=False)

    assert words in says(BirthDateField(), typed)


@pytest.mark.parametrize("typed", ["23-11-2026", "01-01-1906", "29-02-1948"])
def test_a_birth_date_from_1906_through_today_is_fine(typed, time_machine):
    time_machine.move_to(MONDAY, tick=False)

    assert BirthDateField().clean(typed)
