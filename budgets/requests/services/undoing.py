"""Undo a repayment that belonged somewhere else: an opposite entry, and the advance is open."""

import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from budgets.ledger.models import Entry, EntryKind
from budgets.ledger.services import reverse_entry
from budgets.permissions import Action
from budgets.requests.lifecycle import ADVANCE_LIFECYCLE, UNSETTLED
from budgets.requests.locking import lock_request
from budgets.requests.models import BudgetRequest
from clusters.models import User

UNDONE = ["owed_cents", "advance"]


@transaction.atomic
def undo_repayment(
    *, submission_key: uuid.UUID, request_id: int, by: User, at: datetime | None = None
) -> BudgetRequest:
    """Take back what was written down as repaid; ``submission_key`` is of that act.

    Rules: BI-10 (who may write a repayment down; the entry is reversed once, and never when the
        rest became a gift or was written off), MB-18.
    Raises: RuleViolation, also when the money was spent meanwhile; PermissionDenied.
    Effects: a reversing entry; what is open, on the row locked by ``select_for_update``; audit
        line.
    """
    at = at or timezone.now()
    request, decision = lock_request(request_id, Action.REGISTER_REPAYMENT, by)
    entry = Entry.objects.get(key=submission_key, kind=EntryKind.REPAY, reference=request.uuid)
    if Entry.objects.filter(reverses=entry).exists():
        return request
    if request.advance not in UNSETTLED:
        request.advance = ADVANCE_LIFECYCLE.target("reopen", request.advance)
    reverse_entry(entry_id=entry.pk, key=uuid.uuid5(submission_key, "undo"), by=by, at=at)
    request.owed_cents += entry.amount_cents
    request.version += 1
    request.save(update_fields=[*UNDONE, "version"])
    record("budget.undone", request, by=by, decision=decision, fields=UNDONE)
    return request
