"""A bank line under a lock, inside the transaction of an act; always before a request."""

from budgets.bank.models import BankLine
from budgets.permissions import GRANTS, Action
from clusters.models import User
from common.access import Decision
from common.errors import RuleViolation

CHANGED = "{0} is intussen veranderd. Kijk opnieuw."


def lock_line(line_id: int, by: User) -> tuple[BankLine, Decision]:
    """The line in scope, locked, and why this employee may do this; raises PermissionDenied."""
    decision = GRANTS.require(by, Action.MATCH_BANK)
    rows = BankLine.objects.visible_to(by).select_for_update(of=("self",))
    return rows.get(pk=line_id), decision


def must_be_seen(line: BankLine, version: int) -> None:
    """Refuse an act on what somebody else changed meanwhile."""
    if line.version != version:
        raise RuleViolation(CHANGED.format(line))
