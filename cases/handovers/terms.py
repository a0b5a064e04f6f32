"""How long an answer may take, and how long somebody reads on (OD-5, OD-7)."""

from datetime import date, datetime, timedelta

from django.conf import settings

from cases.handovers.models.choices import Urgency
from clusters.models import working_calendar
from common.deadlines import local_day

WORKING_DAYS = {Urgency.TODAY: 1, Urgency.SOON: 3, Urgency.NORMAL: 5}
"""Whole working days after the offer; the end is closing time of the last one."""
TIME_TO_READ = 1
"""Working days that are left, at least, after a question was answered."""


def answer_due(start: datetime, urgency: str) -> datetime:
    """When the receiving team should have answered."""
    return working_calendar().add_days(start, WORKING_DAYS[Urgency(urgency)])


def due_after_answer(at: datetime, before: datetime) -> datetime:
    """The term after a question was answered: never shorter than a day to read it."""
    return max(before, working_calendar().add_days(at, TIME_TO_READ))


def remind_from(due_at: datetime) -> datetime:
    """From when the receivers and their manager are told that the term is near."""
    return due_at - timedelta(days=1)


def reads_until(at: datetime) -> date:
    """The last day on which the former casusregisseur reads on (``HANDOVER_READS_DAYS``)."""
    return local_day(at) + timedelta(days=settings.HANDOVER_READS_DAYS)
