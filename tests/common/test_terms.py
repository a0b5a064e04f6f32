"""A term as it is written and said."""

import pytest

from common.errors import RuleViolation
from common.terms import Term, Unit, parse_term


@pytest.mark.parametrize(
    ("text", "term", "said"),
    [
        ("6w", Term(6, Unit.WEEK), "6 weken"),
        ("1w", Term(1, Unit.WEEK), "1 week"),
        ("7d", Term(7, Unit.DAY), "7 dagen"),
        ("1d", Term(1, Unit.DAY), "1 dag"),
        (" 6W ", Term(6, Unit.WEEK), "6 weken"),
        ("48u", Term(48, Unit.HOUR), "48 uur"),
        ("48h", Term(48, Unit.HOUR), "48 uur"),
        ("3m", Term(3, Unit.MONTH), "3 maanden"),
        ("15j", Term(15, Unit.YEAR), "15 jaar"),
        ("15y", Term(15, Unit.YEAR), "15 jaar"),
        ("06w", Term(6, Unit.WEEK), "6 weken"),
    ],
)
def test_a_term_is_a_number_with_a_letter(text, term, said):
    assert parse_term(text) == term
    assert str(term) == said


@pytest.mark.parametrize(
    "text",
    ["", "w", "6", "6x", "6ww", "6 weken", "-6w", "6.5w", "٦w", "6w\n7d", "0w", "9" * 10_000 + "w"],
)
def test_what_is_no_term_is_explained(text):
    with pytest.raises(RuleViolation, match=r"7d \(dagen\), 6w \(weken\)"):
        parse_term(text)


def test_a_very_long_text_is_not_repeated_in_full():
    with pytest.raises(RuleViolation) as broken:
        parse_term("w" * 10_000)

    assert len(str(broken.value)) < 200


@pytest.mark.parametrize("text", ["36u", "1u", "25h"])
def test_hours_are_counted_on_days_only_as_whole_days(text):
    with pytest.raises(RuleViolation, match="hele etmalen"):
        parse_term(text)


@pytest.mark.parametrize(
    ("text", "is_moved"),
    [("90d", True), ("91d", False), ("12w", True), ("13w", False), ("3m", True), ("4m", False)],
)
def test_the_longest_terms_the_law_moves(text, is_moved):
    assert parse_term(text).is_moved is is_moved


@pytest.mark.parametrize("text", ["24u", "1j"])
def test_hours_and_years_never_move(text):
    assert not parse_term(text).is_moved
