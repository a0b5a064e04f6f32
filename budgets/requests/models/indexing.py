"""Indexes over the few requests that still ask something, among all of all years (design 11).

Each names the columns its list or total reads, so that the database need not look at the rows.
"""

from django.db.models import Index, Q

from budgets.requests.lifecycle import UNSETTLED, AdvanceState, RequestState
from budgets.requests.models.choices import Method

OPEN = Q(advance=AdvanceState.OPEN)
APPROVED = Q(state=RequestState.APPROVED)
SOME_ROWS = [
    Index(fields=["requested_by", "expected_on"], condition=OPEN, name="budget_asked_open"),
    Index(fields=["file", "expected_on"], condition=OPEN, name="budget_open_of_file"),
    Index(
        fields=["lapses_on"], condition=APPROVED & Q(method=Method.CARD), name="budget_card_to_pay"
    ),
    Index(
        fields=["team", "amount_cents"],
        condition=Q(state=RequestState.WAITING),
        name="budget_waiting",
    ),
    Index(fields=["team", "amount_cents"], condition=APPROVED, name="budget_reserved"),
    Index(
        fields=["-requested_at", "-id", "expected_on", "team", "state", "owed_cents"],
        condition=Q(advance__in=UNSETTLED),
        name="budget_unsettled",
    ),
]
