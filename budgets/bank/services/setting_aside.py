"""Set a line aside that belongs to no request, and take it back."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from budgets.bank.lifecycle import LIFECYCLE
from budgets.bank.locking import lock_line, must_be_seen, save_line
from budgets.bank.models import BankLine
from clusters.models import User
from common.errors import RuleViolation


@transaction.atomic
def set_line_aside(
    *, line_id: int, words: str, version: int, by: User, at: datetime | None = None
) -> BankLine:
    """This line, or what is left of it, belongs to no request.

    Rules: BI-9 (with a reason).
    Raises: RuleViolation, also when somebody else was first; PermissionDenied.
    Effects: the line, locked by ``select_for_update``; audit line.
    """
    line, decision = lock_line(line_id, by)
    must_be_seen(line, version)
    line.state = LIFECYCLE.target("set_aside", line.state)
    if not words.strip():
        raise RuleViolation("Schrijf kort op waarom.", field="words")
    line.keep("reason", words)
    line.settled_at, line.settled_by = at or timezone.now(), by
    save_line(line, "bank.set_aside", by, decision)
    return line


@transaction.atomic
def take_line_back(*, line_id: int, by: User) -> BankLine:
    """It belongs to a request after all; taken back already is fine.

    Rules: BI-9. What was emptied cannot be taken back: nobody can see any more what it was.
    Raises: RuleViolation; PermissionDenied.
    Effects: the line, locked by ``select_for_update``; audit line.
    """
    line, decision = lock_line(line_id, by)
    line.state = LIFECYCLE.target("take_back", line.state)
    if line.emptied_at is not None:
        raise RuleViolation("De tekst van deze bankregel is al leeggemaakt.")
    line.settled_at, line.settled_by, line.reason = None, None, b""
    save_line(line, "bank.taken_back", by, decision)
    return line
