"""Service norms in working time: pure functions over opening hours and closing days.

Legal terms follow the Algemene termijnenwet; a service norm such as "bel binnen een werkdag
terug" is not a legal term (domain 2.3 rule 5) and counts opening hours. All arguments and
results are aware datetimes; the clock is that of Europe/Amsterdam, right over both changes of
summer time because working hours never cross them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ONE_DAY = timedelta(days=1)
LONGEST_COUNT = timedelta(days=366)
GOOD_FRIDAY = "Goede Vrijdag"


@cache
def easter(year: int) -> date:
    """First Easter day of a year, by the Gregorian computus (Meeus)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays_by_name(year: int) -> Mapping[date, str]:
    """The holidays of Algemene termijnenwet art. 3 lid 1 and 2 with their Dutch names, in order.

    5 May counts every year and Good Friday counts as well (domain 0.4). When two fall on one day,
    as in 2016, both are named.
    """
    sunday = easter(year)
    kings_day = date(year, 4, 27)
    if kings_day.weekday() == 6:
        kings_day = date(year, 4, 26)
    days = [
        (date(year, 1, 1), "Nieuwjaarsdag"),
        (sunday - timedelta(days=2), GOOD_FRIDAY),
        (sunday + timedelta(days=1), "tweede paasdag"),
        (kings_day, "Koningsdag"),
        (sunday + timedelta(days=39), "Hemelvaartsdag"),
        (date(year, 5, 5), "Bevrijdingsdag"),
        (sunday + timedelta(days=50), "tweede pinksterdag"),
        (date(year, 12, 25), "eerste kerstdag"),
        (date(year, 12, 26), "tweede kerstdag"),
    ]
    named: dict[date, str] = {}
    for day, name in days:
        named[day] = f"{named[day]} en {name}" if day in named else name
    return named


@cache
def legal_holidays(year: int) -> frozenset[date]:
    """The days of ``holidays_by_name``. Days by royal decree are data: see ``ClosingDay``."""
    return frozenset(holidays_by_name(year))


@dataclass(frozen=True)
class WorkCalendar:
    """When the service works: opening hours per weekday (Monday is 0) and exceptions per date.

    ``exceptions`` maps a date to True (closed) or False (open although it is a holiday).
    """

    hours: Mapping[int, tuple[time, time]]
    exceptions: Mapping[date, bool] = field(default_factory=dict)

    def is_working_day(self, day: date) -> bool:
        """Whether the service is open on ``day``."""
        if day.weekday() not in self.hours:
            return False
        return not self.exceptions.get(day, day in legal_holidays(day.year))

    def span(self, day: date) -> tuple[datetime, datetime]:
        """Opening and closing moment of a working day."""
        opens, closes = self.hours[day.weekday()]
        return (
            datetime.combine(day, opens, AMSTERDAM),
            datetime.combine(day, closes, AMSTERDAM),
        )

    def next_working_day(self, day: date) -> date:
        """The first working day after ``day``."""
        return self._nearest(day + ONE_DAY, ONE_DAY)

    def add_minutes(self, start: datetime, minutes: int) -> datetime:
        """The moment ``minutes`` of working time after ``start``; never outside opening hours."""
        day = self._nearest(local_day(start), ONE_DAY)
        left = timedelta(minutes=minutes)
        while True:
            opens, closes = self.span(day)
            begin = max(start, opens)
            if begin + left <= closes and begin < closes:
                return begin + left
            left -= max(closes - begin, timedelta())
            day = self.next_working_day(day)

    def subtract_minutes(self, end: datetime, minutes: int) -> datetime:
        """The moment ``minutes`` of working time before ``end``."""
        day = self._nearest(local_day(end), -ONE_DAY)
        left = timedelta(minutes=minutes)
        while True:
            opens, closes = self.span(day)
            stop = min(end, closes)
            if stop - left >= opens:
                return stop - left
            left -= max(stop - opens, timedelta())
            day = self._nearest(day - ONE_DAY, -ONE_DAY)

    def add_days(self, start: datetime, days: int) -> datetime:
        """Closing time of the ``days``-th working day after the day of ``start``.

        The day itself does not count, as the caller hears it: "binnen een werkdag" on Monday is
        before closing time on Tuesday. Outside opening hours counts as the next working day.
        """
        day = self._nearest(local_day(start), ONE_DAY)
        if start > self.span(day)[1]:
            day = self.next_working_day(day)
        for _ in range(days):
            day = self.next_working_day(day)
        return self.span(day)[1]

    def minutes_between(self, start: datetime, end: datetime) -> int:
        """Working minutes from ``start`` to ``end``; 0 when ``end`` is not later."""
        total, day, last = timedelta(), local_day(start), local_day(end)
        while day <= last:
            if self.is_working_day(day):
                opens, closes = self.span(day)
                total += max(min(end, closes) - max(start, opens), timedelta())
            day += ONE_DAY
        return int(total.total_seconds() // 60)

    def days_between(self, start: datetime, end: datetime) -> int:
        """Working days that begin after the day of ``start``, up to the day of ``end``."""
        first, last = local_day(start).toordinal(), local_day(end).toordinal()
        days = (date.fromordinal(number) for number in range(first + 1, last + 1))
        return sum(self.is_working_day(day) for day in days)

    def is_beyond(self, start: datetime, end: datetime, days: int) -> bool:
        """Whether ``end`` lies more than ``days`` working days ahead; cheap however far it is."""
        if end - start > LONGEST_COUNT:
            return True
        return self.days_between(start, end) > days

    def _nearest(self, day: date, step: timedelta) -> date:
        """``day`` itself when it is a working day, else the first one in this direction."""
        for _ in range(LONGEST_COUNT.days):
            if self.is_working_day(day):
                return day
            day += step
        raise ValueError("The service is never open: fill in the opening hours.")


def local_day(moment: datetime) -> date:
    """The calendar day of a moment in Amsterdam."""
    return moment.astimezone(AMSTERDAM).date()
