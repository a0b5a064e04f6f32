"""What may be typed as a number of fte, and what comes of it (TP-1)."""

from decimal import Decimal

import pytest

from clusters.profile.forms import WishForm
from tests.factories import SpecialismFactory

pytestmark = pytest.mark.django_db


def typed(fte, **own):
    told = {"specialism": SpecialismFactory().code, "fte": fte, "valid_from": "2026-11-23"}
    told["stand"] = "0" * 16
    return WishForm(told | own)


@pytest.mark.parametrize(
    ("text", "number"), [("2", "2"), ("1,5", "1.5"), (" 0.75 ", "0.75"), ("0", "0")]
)
def test_a_comma_and_a_point_are_both_read(text, number):
    form = typed(text)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["fte"] == Decimal(number)
    assert form.cleaned_data["valid_until"] is None


@pytest.mark.parametrize(
    "text", ["", "-1", "veel", "1.000", "1,234", "1e3", "1.000,50", "NaN", "٣", "9" * 5000]
)
def test_everything_else_is_refused_and_stays_on_the_screen(text):
    form = typed(text)
    assert "fte" in form.errors
    assert form["fte"].value() == text


def test_a_specialism_that_is_used_no_more_is_no_choice():
    form = typed("1", specialism=SpecialismFactory(is_active=False).code)
    assert "lijst" in str(form.errors["specialism"])
