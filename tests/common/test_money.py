"""Amounts as people write them here (M12)."""

import pytest
from django.core.exceptions import ValidationError

from common.money import MoneyField, cents_of, written
from common.spreadsheets import safe_cell


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1.000,50", 100_050),
        ("1000,50", 100_050),
        (" € 1.000 ", 100_000),
        ("0,01", 1),
        ("12,-", 1200),
        ("999.999,99", 99_999_999),
    ],
)
def test_dutch_amounts_are_whole_cents(text, cents):
    assert cents_of(text) == cents
    assert cents_of(written(cents)) == cents


@pytest.mark.parametrize(
    "text",
    [
        "1,000.50",
        "0",
        "0,00",
        "-5",
        "1,005",
        "1,5",
        "1.5",
        "1e9",
        "1000000000",
        "10.00,00",
        "١",
        "",
    ],
)
def test_anything_else_is_refused(text):
    with pytest.raises(ValueError, match="bedrag"):
        cents_of(text)


def test_the_field_keeps_what_was_typed_and_may_be_empty():
    field = MoneyField(required=False)
    assert (field.clean(""), field.clean("5")) == (None, 500)
    assert (field.prepare_value(500), field.prepare_value("5,x")) == ("5,00", "5,x")
    with pytest.raises(ValidationError):
        field.clean("5,x")


def test_a_cell_is_no_formula():
    assert [safe_cell(text) for text in ("=1", "-2", "x=1", "")] == ["'=1", "'-2", "x=1", ""]
