"""Destroy the words of lines that nobody needs any more."""

from datetime import datetime

from django.db import transaction

from audit.services import record
from budgets.bank.lifecycle import LIFECYCLE, LineState
from budgets.bank.models import BankLine
from common.deadlines import local_day

AT_ONCE = 500
EMPTIED = ["content", "reason", "account_mark", "emptied_at", "state", "settled_at"]


@transaction.atomic
def empty_old_lines(*, at: datetime) -> int:
    """Destroy names, account numbers and words; day, amount and matches stay.

    Rules: BI-5 (a year after it was settled; of money that went out a year after its day).
        A second run finds nothing.
    Raises: nothing.
    Effects: emptied rows, locked by ``select_for_update``; an audit line each; returns how many.
    """
    rows = BankLine.objects.to_empty(local_day(at), at)
    found = list(rows.select_for_update(of=("self",), skip_locked=True)[:AT_ONCE])
    for line in found:
        if line.state == LineState.OPEN:
            line.state, line.settled_at = LIFECYCLE.target("set_aside", line.state), at
        line.content, line.reason, line.account_mark, line.emptied_at = b"", b"", "", at
        line.version += 1
        line.save(update_fields=[*EMPTIED, "version"])
        record("bank.emptied", line, by=None, fields=EMPTIED)
    return len(found)
