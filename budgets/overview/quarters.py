"""The quarters of a year that are over; pure functions."""

from dataclasses import dataclass
from datetime import date

MONTHS = 3


@dataclass(frozen=True)
class Quarter:
    """The days from ``first`` up to, not including, ``after``."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, (self.number - 1) * MONTHS + 1, 1)

    @property
    def after(self) -> date:
        """The first day of the next quarter."""
        last = self.number == MONTHS + 1
        return date(self.year + 1, 1, 1) if last else Quarter(self.year, self.number + 1).first

    def __str__(self) -> str:
        return f"{self.number}e kwartaal"


def finished_quarters(year: int, today: date) -> list[Quarter]:
    """Those that are over, oldest first: nothing in them changes any more (T8)."""
    return [each for n in (1, 2, 3, 4) if (each := Quarter(year, n)).after <= today]
