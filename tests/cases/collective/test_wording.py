"""Numbers of residents are found, and ordinary numbers are left alone (CW-1)."""

import pytest

from cases.collective.wording import has_bsn, has_phone, refuse_residents
from common.errors import RuleViolation

ORDINARY = (
    "Koffie op 28-11-2026 om 10.30 uur, 40 mensen, postcode 1315 AB, Stationsstraat 123.",
    "123456789 flyers",  # does not pass the eleven-test
    "Begroting 2026: 12.500 euro",
)


@pytest.mark.parametrize("text", ["bsn 111222333", "111.222.333", "1112 22 333", "(111-222-333)"])
def test_a_bsn_is_found(text):
    assert has_bsn(text)


@pytest.mark.parametrize("text", ["06 12345678", "06-12345678", "+31 6 12 34 56 78", "036 5399911"])
def test_a_telephone_number_is_found(text):
    assert has_phone(f"Bel {text} voor de inloop")


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_numbers_are_left_alone(text):
    assert not has_bsn(text)
    assert not has_phone(text)


def test_the_sentence_stands_next_to_the_field():
    refuse_residents(title="Koffie", description=ORDINARY[0])
    with pytest.raises(RuleViolation, match="bsn") as broken:
        refuse_residents(title="Koffie", description="111222333")
    assert broken.value.field == "description"
    with pytest.raises(RuleViolation, match="sociale kaart"):
        refuse_residents(title="06-12345678")
