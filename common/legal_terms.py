"""Legal terms after the Algemene termijnenwet: pure functions over days, with their reasons.

ATW art. 1 lid 1: an end on a Saturday, a Sunday or a holiday moves to the next day that is none
of these. ATW art. 2: a term of three days or more holds at least two such days. ATW art. 3: the
holidays, and the days made equal by royal decree, which are data and passed in. ATW art. 4 under
a: terms in hours, of more than ninety days, twelve weeks or three months, and in years stay as
they are. Terms counted backwards (art. 1 lid 2) and service norms are not terms of this module.

The day of the event is not counted. Reasons are Dutch and fit to show. See ADR 0022.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from common.deadlines import GOOD_FRIDAY, ONE_DAY, holidays_by_name
from common.dutch_dates import day_month, full_date
from common.errors import RuleViolation
from common.terms import LONGEST, Term, Unit

FIRST_YEAR, LAST_YEAR = 2014, 2199
"""King's day is in the list of holidays since 2014; what lies further ahead is a typing error."""
FEWEST_WORKING_DAYS = 2
WEEKEND = {5: "zaterdag", 6: "zondag"}
INVESTIGATION = Term(6, Unit.WEEK, "WMO art. 2.3.2 lid 1")
"""From the report to the end of the investigation; nothing suspends it (domain 0.2)."""
PERSONAL_PLAN = Term(7, Unit.DAY, "WMO art. 2.3.2 lid 2")
DECISION = Term(2, Unit.WEEK, "WMO art. 2.3.5 lid 2", may_be_suspended=True)
OBJECTION = Term(6, Unit.WEEK, "AWB art. 6:7")


@dataclass(frozen=True)
class Suspension:
    """The term stands still from the day after ``asked_on`` until ``resumes_on`` (AWB 4:15).

    ``resumes_on`` counts again: the day on which what was asked came in.
    """

    asked_on: date
    resumes_on: date

    def __post_init__(self) -> None:
        """Time goes forward."""
        if self.resumes_on < self.asked_on:
            raise RuleViolation("De opschorting eindigt vóór de dag waarop zij begint.")

    def covers(self, day: date) -> bool:
        """Whether the term stands still on ``day``."""
        return self.asked_on < day < self.resumes_on


@dataclass(frozen=True)
class LegalEnd:
    """The last day of a term, and how it came about."""

    event: date
    term: Term
    raw_end: date
    suspended_days: int
    day: date
    reasons: tuple[str, ...]


def legal_end(
    event: date,
    term: Term,
    *,
    decree_days: Collection[date],
    suspensions: Iterable[Suspension] = (),
) -> LegalEnd:
    """The last day of ``term`` after ``event``, with the reasons in Dutch.

    Rules: ATW 1 lid 1, 2, 3 and 4 under a; AWB 4:15. A day counts once, however many
    suspensions cover it, and a term never ends while it stands still.
    Raises: RuleViolation for a suspension of a term that has none, or outside 2014–2199.
    """
    if isinstance(event, datetime):
        raise TypeError("A legal term begins on a day: pass local_day(moment).")
    pauses = tuple(suspensions)
    if pauses and not term.may_be_suspended:
        raise RuleViolation(_no_suspension(term))
    counting = _Counting(frozenset(decree_days), pauses)
    raw = _within_years(event, term, pauses)
    end = counting.resume(event, raw)
    stood_still = (end - raw).days
    if term.is_moved:
        day, moves = counting.move(event, end, term)
    else:
        kind = LONGEST[term.unit][1]
        day, moves = end, [f"Een termijn {kind} schuift niet op (ATW art. 4 onder a)."]
    moves = moves or [f"{day_month(day)} is geen weekend en geen feestdag: dat is het einde."]
    reasons = (*_of_suspension(pauses, event, end, day, stood_still), *moves)
    return LegalEnd(event, term, raw, stood_still, day, reasons)


@dataclass(frozen=True)
class _Counting:
    """The days that do not count, for one term."""

    decree_days: frozenset[date]
    pauses: tuple[Suspension, ...]

    def why_not(self, day: date) -> str | None:
        """Why a term cannot end on ``day``; None when it can."""
        if self.stands_still(day):
            return "valt in de opschorting (AWB art. 4:15)"
        name = holidays_by_name(day.year).get(day)
        if name is not None:
            return f"is {name} (ATW art. 3 lid {2 if name == GOOD_FRIDAY else 1})"
        if day in self.decree_days:
            return "is bij koninklijk besluit vrij (ATW art. 3 lid 3)"
        weekend = WEEKEND.get(day.weekday())
        return weekend and f"is een {weekend} (ATW art. 1 lid 1)"

    def stands_still(self, day: date) -> bool:
        """Whether a suspension covers ``day``."""
        return any(pause.covers(day) for pause in self.pauses)

    def resume(self, event: date, end: date) -> date:
        """``end``, later by every day until then on which the term stood still."""
        day = event
        while self.pauses and day < end:
            day += ONE_DAY
            if self.stands_still(day):
                end += ONE_DAY
        return end

    def move(self, event: date, end: date, term: Term) -> tuple[date, list[str]]:
        """The day to which the law moves ``end``, with a sentence per article that did."""
        reasons = []
        day, skipped = self.next_countable(end)
        if skipped:
            reasons.append(f"{self.listed(skipped)}: {_runs_until(day)}")
        if term.needs_working_days and self.lacks_working_days(event, day):
            shortage = (
                f"Tot en met {day_month(day)} is er maar één dag die geen weekend en geen feestdag "
                "is, en het moeten er twee zijn (ATW art. 2)"
            )
            day, skipped = self.next_countable(day + ONE_DAY)
            between = f". {self.listed(skipped)}" if skipped else ""
            reasons.append(f"{shortage}{between}: {_runs_until(day)}")
        return day, reasons

    def next_countable(self, day: date) -> tuple[date, list[date]]:
        """The first day from ``day`` on which a term can end, and the days passed over."""
        skipped = []
        while self.why_not(day) is not None:
            skipped.append(day)
            day += ONE_DAY
        return day, skipped

    def lacks_working_days(self, event: date, end: date) -> bool:
        """Whether ``end``, a working day itself, is the only one after ``event``."""
        found = 0
        while end > event and found < FEWEST_WORKING_DAYS:
            found += self.why_not(end) is None
            end -= ONE_DAY
        return found < FEWEST_WORKING_DAYS

    def listed(self, days: list[date]) -> str:
        """Each day with why it does not count; days in a row with the same reason as a period."""
        parts = []
        for why, group in groupby(days, key=self.why_not):
            first, *rest = group
            until = f" tot en met {day_month(rest[-1])}" if rest else ""
            parts.append(f"{day_month(first)}{until} {why}")
        *most, last = parts
        return f"{', '.join(most)} en {last}" if most else last


def _within_years(event: date, term: Term, pauses: tuple[Suspension, ...]) -> date:
    """The end by counting alone, refused when it lies outside the years the calendar knows."""
    try:
        raw = term.raw_end(event)
    except (OverflowError, ValueError):
        raw = date.max
    last = max([raw, *(pause.resumes_on for pause in pauses)])
    if event.year < FIRST_YEAR or last.year > LAST_YEAR:
        raise RuleViolation(
            f"De kalender telt van {FIRST_YEAR} tot en met {LAST_YEAR}; deze termijn valt erbuiten."
        )
    return raw


def _no_suspension(term: Term) -> str:
    law = f" ({term.law})" if term.law else ""
    return (
        f"De termijn van {term}{law} kan niet worden opgeschort: AWB art. 4:15 geldt alleen voor "
        "de termijn om een besluit te nemen."
    )


def _of_suspension(
    pauses: tuple[Suspension, ...], event: date, end: date, last: date, days: int
) -> list[str]:
    """What the suspensions did; one that lies outside the term is said too."""
    outside = all(pause.asked_on >= last or pause.resumes_on <= event + ONE_DAY for pause in pauses)
    if pauses and outside:
        return ["De opschorting valt buiten de termijn en telt niet mee (AWB art. 4:15)."]
    if not days:
        return []
    stood = "1 dag" if days == 1 else f"{days} dagen"
    return [f"De termijn stond {stood} stil (AWB art. 4:15) en loopt tot en met {full_date(end)}."]


def _runs_until(day: date) -> str:
    return f"de termijn loopt door tot en met {full_date(day)}."
