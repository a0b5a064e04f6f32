"""What gives away about whom words are, and what does not (AV-5)."""

import pytest

from cases.advice.anonymity import given_away

WHO = {"name": "J. van der Berg-Wit", "phone": "+31612345678", "postcode": "1315KA"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Mevrouw Berg belt elke dag.", "de naam"),
        ("Mevrouw Wit, of berg-wit.", "de naam"),
        ("Zij ging op de berg wandelen, naar der Alm.", ""),
        ("Haar BSN is 999990019.", "een BSN"),
        ("Haar BSN is 999.990.019", "een BSN"),
        ("Bel 06-12345678.", "het telefoonnummer"),
        ("Bel 0031 6 12 34 56 78", "het telefoonnummer"),
        ("Zij woont op 1315 ka.", "de postcode"),
        ("Zij heeft € 12.345,00 schuld sinds 2019.", ""),
        ("", ""),
    ],
)
def test_what_says_who_it_is(words, found):
    assert given_away(words, **WHO) == found


def test_of_somebody_unknown_nothing_is_given_away():
    assert given_away("Bel 06-12345678 op 1315KA.", name="", phone="", postcode="") == ""
