"""Which hand-overs a choice is, what its address says and what its list is called."""

from datetime import date

import pytest

from dashboards.sst_offers import Choice, months_before


@pytest.mark.parametrize(
    ("choice", "label"),
    [
        (Choice("geweigerd", "2026-11", "full"), "Geweigerd, Er is geen ruimte, november 2026"),
        (Choice("aangeboden", expertise="nah"), "Aangeboden, Niet-aangeboren hersenletsel (NAH)"),
        (Choice("aangeboden", expertise="geen"), "Aangeboden, zonder expertise"),
        (Choice("beantwoord", snelheid="soon"), "Beantwoord, Snel: binnen 3 werkdagen"),
    ],
)
def test_a_choice_says_what_its_list_is_and_comes_back_from_its_address(choice, label, rf):
    assert choice.label == label
    assert Choice.of(rf.get(choice.url).GET) == choice


@pytest.mark.parametrize("month", ["2026-13", "0000-01", "9999-12", "nu", "2026-1"])
def test_what_no_list_knows_is_no_choice(month):
    params = {"selectie": "alles", "maand": month, "reden": "x", "expertise": "x", "snelheid": "x"}

    assert Choice.of(params) == Choice("wacht")


@pytest.mark.parametrize(
    ("months", "day"),
    [
        (0, date(2026, 1, 1)),
        (1, date(2025, 12, 1)),
        (13, date(2024, 12, 1)),
        (-12, date(2027, 1, 1)),
    ],
)
def test_months_go_back_over_the_year(months, day):
    assert months_before(date(2026, 1, 31), months) == day
