"""Periods that begin on a Monday: what figures are about and lists can be narrowed to."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from common.deadlines import AMSTERDAM, ONE_DAY

WEEK = timedelta(days=7)
SHORT, LONG = 4, 13  # weeks to look back
ALWAYS = "alles"


@dataclass(frozen=True)
class Span:
    """The days from ``first`` up to, not including, ``after``."""

    first: date
    after: date

    @property
    def start(self) -> datetime:
        """The moment the first day begins."""
        return midnight(self.first)

    @property
    def end(self) -> datetime:
        """The moment after the last day."""
        return midnight(self.after)

    def mondays(self) -> list[date]:
        """The Monday of every week in it, oldest first."""
        count = (self.after - self.first).days // WEEK.days
        return [self.first + number * WEEK for number in range(count)]


def midnight(day: date) -> datetime:
    """The moment a day begins in Amsterdam."""
    return datetime.combine(day, time(), AMSTERDAM)


def monday_of(day: date) -> date:
    """The Monday of the week of ``day``."""
    return day - day.weekday() * ONE_DAY


def last_weeks(weeks: int, day: date) -> Span:
    """So many full weeks, and the week of ``day`` itself."""
    monday = monday_of(day)
    return Span(monday - weeks * WEEK, monday + WEEK)


def week_of(day: date) -> Span:
    """The week of ``day``."""
    return last_weeks(0, day)


def periods(day: date) -> dict[str, tuple[str, Span | None]]:
    """The periods to choose from: two long ones, every week of the longest, and everything."""
    found: dict[str, tuple[str, Span | None]] = {
        str(weeks): (f"Laatste {weeks} weken", last_weeks(weeks, day)) for weeks in (SHORT, LONG)
    }
    for monday in reversed(last_weeks(LONG, day).mondays()):
        found[monday.isoformat()] = (f"Week van {monday:%d-%m-%Y}", week_of(monday))
    return found | {ALWAYS: ("Alles", None)}
