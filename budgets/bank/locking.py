"""A bank line under a lock and saved, inside the transaction of an act; before any request."""

from audit.services import record
from budgets.bank.models import BankLine
from budgets.permissions import GRANTS, Action
from clusters.models import User
from common.access import Decision
from common.errors import RuleViolation

SETTLING = ["matched_cents", "state", "settled_at", "settled_by", "reason"]
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


def save_line(line: BankLine, code: str, by: User, decision: Decision) -> None:
    """The line one version further, with its line in the trail."""
    line.version += 1
    line.save(update_fields=[*SETTLING, "version"])
    record(code, line, by=by, decision=decision, fields=SETTLING)
