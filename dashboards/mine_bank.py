"""Of Mijn werk what the controller must find: money that came in and belongs nowhere (BI-11)."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import timezone

from budgets.models import BankLine
from cases.callbacks.models.lights import Light
from clusters.models import User
from common.deadlines import ONE_DAY, local_day
from common.templatetags.screen import address, deadline, euro
from dashboards.work import WorkItem

BANK_LINE = ("booked_on", "answer_by", "amount_cents", "matched_cents", "state")


def bank_lines_of(user: User) -> QuerySet[BankLine]:
    """Incoming lines of which a part is not matched."""
    return BankLine.objects.visible_to(user).unmatched()


def bank_items(rows: Iterable[BankLine], user: User) -> list[WorkItem]:
    """A row per line; from whom it came stands on its page."""
    at = timezone.now()
    late, waits = Light("late", "Te laat"), Light("neutral", "Koppelen")
    return [
        WorkItem(
            due_at=row.answer_by,
            light=late if row.answer_by <= at else waits,
            when=deadline(local_day(row.answer_by) - ONE_DAY),
            url=address("bank-line", row.pk),
            label="Bankregel zonder koppeling",
            reference=str(row),
            resident=None,
            subject=f"Bijgeschreven {deadline(row.booked_on)}",
            status=f"nog {euro(row.rest_cents)} te koppelen",
        )
        for row in rows
    ]
