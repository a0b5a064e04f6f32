"""Whether words give away about whom they are; pure functions (AV-5)."""

import re

from stdnum.nl import bsn

NUMBER = re.compile(r"\d[\d .\-]{6,}\d")
POSTCODE = re.compile(r"\b(\d{4}) ?([A-Za-z]{2})\b")
SHORTEST = 3
LAST_DIGITS = 8
"""Of a telephone number, whichever way it begins (06, +316, 00316)."""


def given_away(words: str, *, name: str, phone: str, postcode: str) -> str:
    """What in these words says who it is, in a word for the screen; empty when nothing does."""
    parts = {part for part in re.split(r"[^\w'’]+", name) if _tells(part)}
    if parts & set(re.split(r"[^\w'’]+", words)):
        return "de naam"
    digits = [re.sub(r"\D", "", found) for found in NUMBER.findall(words)]
    if any(bsn.is_valid(each) for each in digits):
        return "een BSN"
    if phone and any(each.endswith(phone[-LAST_DIGITS:]) for each in digits):
        return "het telefoonnummer"
    found = {f"{figures}{letters.upper()}" for figures, letters in POSTCODE.findall(words)}
    return "de postcode" if postcode and postcode in found else ""


def _tells(part: str) -> bool:
    """Initials and "van der" are no name; "Berg" is one and "berg" is not."""
    return len(part) >= SHORTEST and part[0].isupper()
