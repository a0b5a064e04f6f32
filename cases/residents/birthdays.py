"""A date of birth of which the day, the month or all of it can be unknown, as in the BRP.

The BRP writes eight digits and zeroes for what nobody knows: 19500300 is some day in March 1950.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

TYPED = re.compile(r"^([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})$")
ISO = re.compile(r"^([0-9]{4})-([0-9]{2})-([0-9]{2})$")
BRP = re.compile(r"^([0-9]{4})([0-9]{2})([0-9]{2})$")
OLDEST_AGE = 120
LEAP_YEAR = 2000
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


class ImpossibleDateError(ValueError):
    """No such date, or not one on which somebody alive can be born; the text is Dutch."""


@dataclass(frozen=True)
class BirthDate:
    """Year, month and day; 0 is "unknown", and what is unknown leaves the smaller part unknown."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def read(cls, text: str) -> Self:
        """Out of dd-mm-jjjj, jjjj-mm-dd or eight digits; raises ImpossibleDateError."""
        text = text.strip()
        if found := TYPED.match(text):
            day, month, year = (int(part) for part in found.groups())
        elif found := ISO.match(text) or BRP.match(text):
            year, month, day = (int(part) for part in found.groups())
        else:
            raise ImpossibleDateError("Vul een datum in als dd-mm-jjjj, met 00 voor onbekend.")
        return cls(year, month, day)._checked()

    @classmethod
    def of(cls, day: date | None) -> "BirthDate | None":
        """A complete date."""
        return None if day is None else cls(day.year, day.month, day.day)

    @property
    def complete(self) -> date | None:
        """The date itself when all of it is known."""
        return date(self.year, self.month, self.day) if self.day else None

    @property
    def earliest(self) -> date | None:
        """The first day it can have been; None when even the year is unknown."""
        return date(self.year, self.month or 1, self.day or 1) if self.year else None

    @property
    def latest(self) -> date | None:
        """The last day it can have been."""
        if not self.year:
            return None
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def brp(self) -> str:
        """Eight digits, as the BRP writes it."""
        return f"{self.year:04d}{self.month:02d}{self.day:02d}"

    @property
    def typed(self) -> str:
        """As somebody types it in a form."""
        return f"{self.day:02d}-{self.month:02d}-{self.year:04d}"

    def __str__(self) -> str:
        if not self.year:
            return "onbekend"
        if not self.month:
            return str(self.year)
        return self.typed if self.day else f"{MONTHS[self.month - 1]} {self.year}"

    def ages_on(self, day: date) -> tuple[int, int] | None:
        """The youngest and the oldest somebody can be on ``day``; None without a year."""
        if self.earliest is None or self.latest is None:
            return None
        return max(_years(self.latest, day), 0), max(_years(self.earliest, day), 0)

    def age_text(self, day: date) -> str:
        """The age in words: "72 jaar", "71 of 72 jaar"; empty when nobody knows."""
        ages = self.ages_on(day)
        if ages is None:
            return ""
        return f"{ages[0]} jaar" if ages[0] == ages[1] else f"{ages[0]} of {ages[1]} jaar"

    def refuse_unlikely(self, today: date) -> None:
        """Raises ImpossibleDateError for a birth in the future or longer ago than anybody lived."""
        if self.earliest is not None and self.earliest > today:
            raise ImpossibleDateError("Een geboortedatum ligt niet in de toekomst.")
        if self.year and self.year < today.year - OLDEST_AGE:
            text = f"Deze geboortedatum is langer dan {OLDEST_AGE} jaar geleden."
            raise ImpossibleDateError(text)

    def _checked(self) -> Self:
        if (self.month and not self.year) or (self.day and not self.month):
            text = "Is het jaar onbekend, dan ook de maand; is de maand onbekend, dan ook de dag."
            raise ImpossibleDateError(text)
        try:
            date(self.year or LEAP_YEAR, self.month or 1, self.day or 1)
        except ValueError:
            raise ImpossibleDateError("Deze datum bestaat niet.") from None
        return self


def _years(born: date, day: date) -> int:
    """Whole years on ``day``; who was born on 29 February has a birthday on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def birth_parts(born: BirthDate | None) -> dict[str, Any]:
    """The four columns of a date of birth; the date itself only when all of it is known."""
    return {
        "birth_year": born.year if born else None,
        "birth_month": born.month if born else None,
        "birth_day": born.day if born else None,
        "birth_date": born.complete if born else None,
    }
