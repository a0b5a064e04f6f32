"""The hands of approving, inside the transaction of the act that asks for it."""

from datetime import datetime, timedelta

from audit.services import record
from budgets.ledger.balances import norm, pot_for
from budgets.ledger.models import AccountKind, EntryKind, NormCode, PotPurpose
from budgets.requests.lifecycle import LIFECYCLE
from budgets.requests.locking import post, shut_below
from budgets.requests.models import BudgetRequest
from clusters.models import User
from common.access import Decision
from common.deadlines import local_day

DECIDED = ["state", "decided_by", "decided_at", "decision"]


def approve(
    request: BudgetRequest, *, by: User, at: datetime, decision: Decision, words: str = ""
) -> None:
    """Reserve the amount in the pot of this moment; inside the transaction of an act.

    Whether there is a resident says which purpose pays (GJ-12), also when the list changed since.
    """
    request.state = LIFECYCLE.target("approve", request.state)
    year = local_day(at).year
    request.pot = pot_for(PotPurpose(request.pot.purpose), request.team.cluster_id, year)
    accounts = (AccountKind.RESERVED, AccountKind.AVAILABLE)
    post(request, EntryKind.RESERVE, accounts, request.amount_cents, by=by, at=at)
    request.lapses_on = local_day(at) + timedelta(days=norm(NormCode.LAPSE))
    keep_decision(request, words, by=by, at=at)
    request.save(update_fields=[*DECIDED, "pot", "lapses_on", "version"])
    record("budget.approved", request, by=by, decision=decision, fields=DECIDED)


def keep_decision(request: BudgetRequest, words: str, *, by: User, at: datetime) -> None:
    """Who, when and why; the caller saves the row."""
    request.decided_by, request.decided_at = by, at
    if words:
        request.decision = shut_below(request, "decision", words)
    request.version += 1
