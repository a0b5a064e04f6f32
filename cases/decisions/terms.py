"""The last days that follow from an aanvraag, a decision and an objection; only computes."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from cases.decisions.models import Application, Objection, TermPause
from clusters.models import decree_days
from common.deadlines import AMSTERDAM, ONE_DAY
from common.legal_terms import DECISION, OBJECTION, LegalEnd, legal_end
from common.terms import Term, Unit

INCOMPLETE_DECISION = Term(4, Unit.WEEK, "AWB art. 4:5 lid 4")
NOTICE = Term(2, Unit.WEEK, "AWB art. 4:17 lid 3")
PENALTY_DAYS = 42
OBJECTION_WEEKS, COMMITTEE_WEEKS = 6, 12


@dataclass(frozen=True)
class Penalty:
    """The days on which a dwangsom is due (AWB 4:17): at most forty-two, never moved."""

    first: date
    last: date


def decision_end(application: Application, pauses: list[TermPause]) -> LegalEnd:
    """The last of the two weeks with the reasons of the law (WMO 2.3.5 lid 2, AWB 4:15)."""
    return legal_end(
        application.received_on,
        DECISION,
        decree_days=decree_days(),
        suspensions=[pause.as_suspension for pause in pauses],
    )


def incomplete_until(pause: TermPause) -> date:
    """The last day not to consider an aanvraag that stayed incomplete (AWB 4:5 lid 4)."""
    event = pause.ended_on or pause.until_on
    return legal_end(event, INCOMPLETE_DECISION, decree_days=decree_days()).day


def penalty_of(noticed_on: date) -> Penalty:
    """When the dwangsom runs after an ingebrekestelling of this day."""
    ends = legal_end(noticed_on, NOTICE, decree_days=decree_days()).day
    return Penalty(ends + ONE_DAY, ends + timedelta(days=PENALTY_DAYS))


def objection_end(sent_on: date) -> date:
    """The last day for an objection: six weeks from the day after it was sent (AWB 6:7, 6:8)."""
    return legal_end(sent_on, OBJECTION, decree_days=decree_days()).day


def objection_decision_end(objection: Objection, objection_until: date) -> LegalEnd:
    """The last day to decide on an objection, from the end of its own term (AWB 7:10)."""
    weeks = COMMITTEE_WEEKS if objection.with_committee else OBJECTION_WEEKS
    term = Term(weeks + objection.postponed_weeks, Unit.WEEK, "AWB art. 7:10")
    return legal_end(objection_until, term, decree_days=decree_days())


def end_of_day(day: date) -> datetime:
    """The first moment after a day in Amsterdam."""
    return datetime.combine(day + ONE_DAY, time(), AMSTERDAM)
