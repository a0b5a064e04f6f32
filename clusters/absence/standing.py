"""What the page of one employee shows, with the buttons that would work; only reads."""

from dataclasses import dataclass
from datetime import date

from clusters.absence.checking import earliest
from clusters.absence.models import MONDAY_TO_FRIDAY, Absence, DayHalf, WorkPattern
from clusters.people.models import User
from common.deadlines import ONE_DAY

MOST_SHOWN = 50


@dataclass(frozen=True)
class Shown:
    """An absence on the page, and what can be done with it by who looks."""

    row: Absence
    may_change: bool
    may_withdraw: bool

    def is_over(self, today: date) -> bool:
        """Whether it has passed, or will not happen."""
        return self.row.withdrawn_at is not None or self.row.last_day < today


@dataclass(frozen=True)
class Standing:
    """What is to come, soonest first; what was, newest first; and the working days."""

    coming: list[Shown]
    over: list[Shown]
    patterns: list[WorkPattern]


def standing_of(who: User, by: User, today: date) -> Standing:
    """Absence and working days of one employee, for who looks; three queries."""
    rows = who.absences.prefetch_related("changes__by").order_by("-first_day", "-pk")
    found = [_shown(row, by, today) for row in rows[:MOST_SHOWN]]
    patterns = WorkPattern.objects.filter(employee=who).order_by("-valid_from")
    return Standing(
        coming=[each for each in reversed(found) if not each.is_over(today)],
        over=[each for each in found if each.is_over(today)],
        patterns=list(patterns[:MOST_SHOWN]),
    )


def _shown(row: Absence, by: User, today: date) -> Shown:
    """With the buttons that would work."""
    first = earliest(by, row.employee_id, today)
    counts = row.withdrawn_at is None
    whole = row.half == DayHalf.WHOLE
    may_change = counts and whole and row.last_day >= first - ONE_DAY
    return Shown(row, may_change, counts and row.first_day >= first)


def weekdays_of(who: User, day: date) -> str:
    """The weekdays somebody works on ``day``."""
    held = WorkPattern.objects.valid_on(day).filter(employee=who).first()
    return MONDAY_TO_FRIDAY if held is None else str(held.weekdays)
