"""How long a term is and how one writes it: 48u, 7d, 6w, 3m, 1j. Pure; ends are counted here.

Which day a legal term really ends on is ``common.legal_terms``.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from common.errors import RuleViolation

FROM_DAYS = 3
HOURS_OF_A_DAY = 24
HOW_TO_WRITE = (
    "Schrijf een termijn als een getal met een letter: 48u (uur), 7d (dagen), 6w (weken), "
    "3m (maanden) of 1j (jaar)."
)
LONGEST_SHOWN = 20
WRITTEN = re.compile(r"([0-9]{1,5})([a-z])")


class Unit(StrEnum):
    """What a term is counted in; the value is the letter it is written with."""

    HOUR = "u"
    DAY = "d"
    WEEK = "w"
    MONTH = "m"
    YEAR = "j"


WORDS = {
    Unit.HOUR: ("uur", "uur"),
    Unit.DAY: ("dag", "dagen"),
    Unit.WEEK: ("week", "weken"),
    Unit.MONTH: ("maand", "maanden"),
    Unit.YEAR: ("jaar", "jaar"),
}
LONGEST = {
    Unit.HOUR: (0, "in uren"),
    Unit.DAY: (90, "van meer dan 90 dagen"),
    Unit.WEEK: (12, "van meer dan 12 weken"),
    Unit.MONTH: (3, "van meer dan 3 maanden"),
    Unit.YEAR: (0, "in jaren"),
}
"""The longest term per unit that the Algemene termijnenwet still moves (ATW art. 4 under a)."""
LETTERS = {str(unit): unit for unit in Unit} | {"h": Unit.HOUR, "y": Unit.YEAR}


@dataclass(frozen=True)
class Term:
    """So many hours, days, weeks, months or years, and the article that sets them."""

    count: int
    unit: Unit
    law: str = ""
    may_be_suspended: bool = False

    def __post_init__(self) -> None:
        """A term is at least one; hours only as whole days, because an event is a day here."""
        if self.count < 1:
            raise RuleViolation(f"Een termijn is minstens 1. {HOW_TO_WRITE}")
        if self.unit == Unit.HOUR and self.count % HOURS_OF_A_DAY:
            raise RuleViolation(
                "Een termijn in uren loopt van uur tot uur. Op dagen is hij alleen te tellen als "
                "het hele etmalen zijn: 24u, 48u, 72u."
            )

    def __str__(self) -> str:
        one, more = WORDS[self.unit]
        return f"{self.count} {one if self.count == 1 else more}"

    @property
    def is_moved(self) -> bool:
        """Whether the Algemene termijnenwet moves its end (ATW art. 4 under a)."""
        return self.count <= LONGEST[self.unit][0]

    @property
    def needs_working_days(self) -> bool:
        """Whether it is a term of three days or more, which must hold two working days (ATW 2)."""
        return self.unit != Unit.DAY or self.count >= FROM_DAYS

    def raw_end(self, event: date) -> date:
        """The last day by counting alone; the day of the event is not counted.

        Weeks later is the same weekday, months later the same number or the last of the month.
        """
        if self.unit in (Unit.MONTH, Unit.YEAR):
            months = self.count * (12 if self.unit == Unit.YEAR else 1)
            return _months_later(event, months)
        if self.unit == Unit.HOUR:
            return event + timedelta(days=self.count // HOURS_OF_A_DAY)
        return event + self.count * timedelta(days=7 if self.unit == Unit.WEEK else 1)


def parse_term(text: str) -> Term:
    """The term that "6w" or "7d" stands for; RuleViolation says how to write one."""
    written = WRITTEN.fullmatch(text.strip().lower())
    if written is None or written[2] not in LETTERS:
        shown = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
        raise RuleViolation(f"“{shown}” is geen termijn. {HOW_TO_WRITE}")
    return Term(int(written[1]), LETTERS[written[2]])


def _months_later(event: date, months: int) -> date:
    years, month = divmod(event.month - 1 + months, 12)
    year, month = event.year + years, month + 1
    return date(year, month, min(event.day, monthrange(year, month)[1]))
