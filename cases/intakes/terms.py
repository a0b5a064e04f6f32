"""The dates of a melding: two legal terms and two service norms, in one place; only computes."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from cases.intakes.models import IntakeNorm, NormCode
from cases.intakes.models.lists import confirmation_due, urgent_due
from clusters.models import decree_days, working_calendar
from common.deadlines import AMSTERDAM, ONE_DAY, local_day
from common.legal_terms import INVESTIGATION, PERSONAL_PLAN, LegalEnd, legal_end


@dataclass(frozen=True)
class Terms:
    """Everything that follows from the date of a melding, and when its bells ring."""

    plan_until: date
    due_at: datetime
    confirm_by: datetime
    remind_at: datetime
    urgent_due_at: datetime

    def fields(self, *, is_urgent: bool) -> dict[str, date | datetime | None]:
        """What is kept on the melding itself."""
        return {
            "plan_until": self.plan_until,
            "due_at": self.due_at,
            "confirm_by": self.confirm_by,
            "urgent_due_at": self.urgent_due_at if is_urgent else None,
        }


def terms_of(received_on: date, at: datetime) -> Terms:
    """The terms of a melding of this day, written down at this moment.

    The hours of the urgent norm run from the moment it was written down; of a melding that came
    on an earlier day nobody knows the hour, and they run from the beginning of that day.
    """
    norms = {norm.code: norm.amount for norm in IntakeNorm.objects.all()}
    decreed = decree_days()
    plan = legal_end(received_on, PERSONAL_PLAN, decree_days=decreed)
    ends = midnight(legal_end(received_on, INVESTIGATION, decree_days=decreed).day + ONE_DAY)
    today = received_on == local_day(at)
    return Terms(
        plan_until=plan.day,
        due_at=ends,
        confirm_by=confirmation_due(
            at if today else midnight(received_on),
            norms[NormCode.CONFIRMATION],
            working_calendar(),
        ),
        remind_at=ends - timedelta(days=norms[NormCode.REMINDER]),
        urgent_due_at=urgent_due(at if today else midnight(received_on), norms[NormCode.URGENT]),
    )


def midnight(day: date) -> datetime:
    """The first moment of a day in Amsterdam."""
    return datetime.combine(day, time(), AMSTERDAM)


def investigation_end(received_on: date) -> LegalEnd:
    """The last day of the six weeks with the reasons of the law, for anyone who doubts it."""
    return legal_end(received_on, INVESTIGATION, decree_days=decree_days())
