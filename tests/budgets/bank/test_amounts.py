"""Amounts and days as banks write them: there and back, and never a wrong guess (BI-2)."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from budgets.bank.amounts import AHEAD, MOST_CENTS, day_of, decimal_sign, signed_cents

TODAY = date(2026, 11, 23)
CENTS = st.integers(-MOST_CENTS, MOST_CENTS)


def grouped(cents, decimal, *, groups):
    """As a bank writes it, with or without a sign between the thousands."""
    euros = f"{abs(cents) // 100:,}" if groups else str(abs(cents) // 100)
    other = "." if decimal == "," else ","
    euros = euros.replace(",", other)
    return f"{'-' if cents < 0 else ''}{euros}{decimal}{abs(cents) % 100:02d}"


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    amounts=st.lists(CENTS, min_size=1, max_size=8),
    decimal=st.sampled_from(",."),
    groups=st.booleans(),
)
def test_every_amount_comes_back(amounts, decimal, groups):
    texts = [grouped(cents, decimal, groups=groups) for cents in amounts]
    sign = decimal_sign(texts)

    assert sign == decimal
    assert [signed_cents(text, sign) for text in texts] == amounts


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1.000,50", 100_050),
        ("1,000.50", 100_050),
        ("1000.5", 100_050),
        ("1000,5", 100_050),
        ("+12,00", 1_200),
        ("12,00-", -1_200),
        ("€ 1.234.567,89", 123_456_789),
        ("EUR 0,01", 1),
        ("1000", 100_000),
    ],
)
def test_these_are_read(text, cents):
    assert signed_cents(text, decimal_sign([text])) == cents


@pytest.mark.parametrize(
    "text",
    ["", "x", "1,000,50", "1.00.000,00", "10,005", "١٢,00", "1e9", "--1", "+1-", "=1+1", ",50"],
)
def test_these_are_no_amount(text):
    with pytest.raises(ValueError, match="bedrag"):
        signed_cents(text, ",")


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        (["1.000,50", "1,000.50"], "door elkaar"),
        (["1.000"], "blijkt niet"),
        (["1,000", "25"], "blijkt niet"),
        (["1.000,50", "10.5"], "door elkaar"),
    ],
)
def test_a_file_that_can_be_read_in_two_ways_is_refused(texts, why):
    with pytest.raises(ValueError, match=why):
        decimal_sign(texts)


def test_another_amount_of_the_file_says_which_sign_it_is():
    assert decimal_sign(["1.000", "12,50"]) == ","
    assert decimal_sign(["1,000", "12.50"]) == "."
    assert decimal_sign(["12", "100"]) in ",."


def test_too_much_is_refused():
    with pytest.raises(ValueError, match="te groot"):
        signed_cents("1000000000,01", ",")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(day=st.dates(date(2000, 1, 1), TODAY))
def test_every_day_comes_back(day):
    for text in (
        f"{day}",
        f"{day:%Y%m%d}",
        f"{day:%d-%m-%Y}",
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%Y}",
    ):
        assert day_of(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    ["", "2026-02-30", "31-04-2026", "1-2/2026", "23-11-26", "1999-12-31", "0001-01-01", "x"],
)
def test_these_are_no_day(text):
    with pytest.raises(ValueError, match="datum"):
        day_of(text, TODAY)


def test_a_day_far_ahead_cannot_be_right():
    assert day_of(str(TODAY + AHEAD), TODAY)
    with pytest.raises(ValueError, match="kan niet kloppen"):
        day_of(str(TODAY + AHEAD + timedelta(days=1)), TODAY)
