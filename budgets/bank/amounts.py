"""Amounts and days as banks write them, as whole cents; never a float (BI-2, M12)."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

MOST_CENTS = 100_000_000_000
FIRST_YEAR = 2000
AHEAD = timedelta(days=31)
"""So far ahead a bank may book; a weekend with holidays is much less."""
COMMA, POINT = ",", "."
WHOLE = r"(?P<euros>\d{{1,3}}(?:\{0}\d{{3}})+|\d{{1,12}})(?:\{1}(?P<rest>\d{{1,2}}))?"
READINGS = {
    COMMA: re.compile(WHOLE.format(POINT, COMMA), re.ASCII),
    POINT: re.compile(WHOLE.format(COMMA, POINT), re.ASCII),
}
AROUND = re.compile(r"(?P<before>[+-]?)(?P<amount>[\d.,]+)(?P<after>[+-]?)", re.ASCII)
NOISE = re.compile(r"\s|€|EUR")
GROUPED = re.compile(r"[.,]")
ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})", re.ASCII)
DUTCH = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", re.ASCII)


def decimal_sign(texts: Iterable[str]) -> str:
    """The sign before the cents in all of these amounts; ValueError when it is not one of them.

    "1.000" can be a thousand, or one with three decimals; only another amount in the same file
    tells. Without one it is refused: a wrong guess is a thousand times too much.
    """
    found = [parts["amount"] for text in texts if (parts := _parts(text)) is not None]
    fitting = [sign for sign, form in READINGS.items() if all(map(form.fullmatch, found))]
    if not fitting:
        raise ValueError("De bedragen gebruiken punt en komma door elkaar.")
    sign = fitting[0]
    shows_cents = any((READINGS[sign].fullmatch(each) or {"rest": ""})["rest"] for each in found)
    if not shows_cents and any(map(GROUPED.search, found)):
        raise ValueError("Uit de bedragen blijkt niet of de punt of de komma voor de centen staat.")
    return sign


def signed_cents(text: str, sign: str) -> int:
    """The cents of one amount, below zero with a minus; ValueError with the reason in Dutch."""
    parts = _parts(text)
    found = READINGS[sign].fullmatch(parts["amount"]) if parts else None
    if parts is None or found is None:
        raise ValueError("het bedrag is niet te lezen")
    euros = int(GROUPED.sub("", found["euros"]))
    cents = euros * 100 + int((found["rest"] or "0").ljust(2, "0"))
    if cents > MOST_CENTS:
        raise ValueError("het bedrag is te groot")
    return -cents if "-" in (parts["before"], parts["after"]) else cents


def day_of(text: str, today: date) -> date:
    """The day of "2026-11-23", "20261123" or "23-11-2026"; ValueError with the reason in Dutch."""
    try:
        day = _day(text.strip())
    except ValueError:
        raise ValueError("de datum is niet te lezen") from None
    if day.year < FIRST_YEAR or day > today + AHEAD:
        raise ValueError("de datum kan niet kloppen")
    return day


def _parts(text: str) -> re.Match[str] | None:
    """The amount and what stands around it; a sign on both sides is none."""
    found = AROUND.fullmatch(NOISE.sub("", text))
    return None if found is None or (found["before"] and found["after"]) else found


def _day(text: str) -> date:
    if (found := ISO.fullmatch(text)) is not None:
        year, month, day = found.groups()
    elif (found := DUTCH.fullmatch(text)) is not None:
        day, _, month, year = found.groups()
    else:
        raise ValueError
    return date(int(year), int(month), int(day))
