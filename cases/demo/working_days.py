"""Ten years of working days as a table, so that a million terms need no calendar of their own."""

from bisect import bisect_right
from datetime import datetime, timedelta

from common.deadlines import WorkCalendar, local_day

AHEAD = timedelta(days=45)


class WorkingDays:
    """Working days by number; a moment is a number and minutes after opening."""

    def __init__(self, calendar: WorkCalendar, first: datetime, now: datetime) -> None:
        self.opens: list[datetime] = []
        self.closes: list[datetime] = []
        day, last = local_day(first) - timedelta(days=1), local_day(now + AHEAD)
        while (day := calendar.next_working_day(day)) <= last:
            opens, closes = calendar.span(day)
            self.opens.append(opens)
            self.closes.append(closes)
        self.minutes = [
            int((closes - opens).total_seconds() // 60)
            for opens, closes in zip(self.opens, self.closes, strict=True)
        ]
        self.today = bisect_right(self.opens, now) - 1
        """The last working day that has begun."""

    def moment(self, day: int, minute: int) -> datetime:
        """The moment ``minute`` working minutes after the opening of ``day``."""
        while minute > self.minutes[day]:
            minute -= self.minutes[day]
            day += 1
        return self.opens[day] + timedelta(minutes=minute)

    def term(self, urgency: str, day: int, minute: int) -> tuple[datetime, datetime]:
        """The term of something written down then, and twice the term."""
        if urgency == "spoed":
            return self.moment(day, minute + 120), self.moment(day, minute + 240)
        days = 1 if urgency == "normaal" else 3
        return self.closes[day + days], self.closes[day + 2 * days]
