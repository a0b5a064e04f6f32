"""Until when somebody decides about a request, in working time; only reads (MB-24)."""

from datetime import datetime

from budgets.ledger.balances import norm
from budgets.ledger.models import NormCode
from clusters.models import working_calendar


def decide_by(at: datetime, *, is_urgent: bool) -> datetime:
    """Urgent within the hour that the norm says, the rest within some working days."""
    calendar = working_calendar()
    if is_urgent:
        return calendar.add_minutes(at, norm(NormCode.URGENT))
    return calendar.add_days(at, norm(NormCode.DECIDE))
