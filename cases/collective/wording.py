"""Keeps residents out of the words about collective work; only reads (CW-1).

A number that can be a bsn or a telephone number is refused, whoever it belongs to: the number of an
organisation stands on the sociale kaart.
"""

import re

import phonenumbers
from stdnum.nl import bsn

from common.errors import RuleViolation

NO_NAMES = "Geen namen of andere gegevens van inwoners."
LOOKS_LIKE_BSN = re.compile(r"(?<![0-9])[0-9](?:[ .-]?[0-9]){7,8}(?![0-9])")
BSN_LENGTH = 9


def refuse_residents(**texts: str) -> None:
    """Refuse words with a number in it that can be of a resident; raises RuleViolation.

    The names are those of the fields, so that the sentence stands next to the right one.
    """
    for field, text in texts.items():
        if has_bsn(text):
            raise RuleViolation(
                "In deze tekst staat een nummer dat een bsn kan zijn. Haal het weg: hier staat "
                "niets over inwoners.",
                field=field,
            )
        if has_phone(text):
            raise RuleViolation(
                "In deze tekst staat een telefoonnummer. Haal het weg. Het nummer van een "
                "organisatie hoort op de sociale kaart.",
                field=field,
            )


def has_bsn(text: str) -> bool:
    """Nine digits that pass the eleven-test, also with spaces or dots between them."""
    for found in LOOKS_LIKE_BSN.findall(text):
        digits = re.sub(r"[^0-9]", "", found)
        if len(digits) == BSN_LENGTH and bsn.is_valid(digits):
            return True
    return False


def has_phone(text: str) -> bool:
    """A number one can call from the Netherlands."""
    return any(True for _ in phonenumbers.PhoneNumberMatcher(text, "NL"))
