"""Decide about a request: approve, refuse, or pass it on to who decides about more."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from audit.services import record
from budgets.permissions import Action
from budgets.requests.approving import DECIDED, approve, keep_decision
from budgets.requests.lifecycle import LIFECYCLE, RequestState
from budgets.requests.locking import lock_request, shut_below
from budgets.requests.mandate import may_decide
from budgets.requests.messages import decided_text
from budgets.requests.models import BudgetRequest, Level
from budgets.requests.telling import tell, tell_deciders
from clusters.models import User
from common.access import Decision
from common.errors import RuleViolation

APPROVE, REFUSE, PASS_UP = "approve", "refuse", "pass_up"
OUTCOMES = ((APPROVE, "Toekennen"), (REFUSE, "Afwijzen"), (PASS_UP, "Algemeen manager beslist"))


@transaction.atomic
def decide_request(
    *, request_id: int, outcome: str, words: str, by: User, at: datetime | None = None
) -> BudgetRequest:
    """Approve and reserve, refuse with a reason, or pass it on with a reason.

    Rules: MB-5 (the level that this amount asks, never who asked or works in the dossier), MB-6
        (once, and only what is available), MB-17 (the same decision twice is one).
    Raises: RuleViolation when it was decided or withdrawn, or the pot runs dry; PermissionDenied.
    Effects: the decision on the row locked by ``select_for_update``; a reservation; a notice;
        audit line.
    """
    at = at or timezone.now()
    request, decision = lock_request(request_id, Action.DECIDE_REQUEST, by)
    if not may_decide(request, by):
        raise PermissionDenied
    if request.decided_by_id == by.pk and _is_same(request, outcome):
        return request
    if outcome != APPROVE and not words.strip():
        raise RuleViolation("Schrijf kort op waarom.", field="words")
    if outcome == APPROVE:
        approve(request, by=by, at=at, decision=decision, words=words)
    elif outcome == REFUSE:
        _refuse(request, words, by=by, at=at, decision=decision)
    else:
        return _pass_up(request, words, by=by, at=at, decision=decision)
    tell(request, {request.requested_by_id}, decided_text(request), "decided", at)
    return request


def _refuse(
    request: BudgetRequest, words: str, *, by: User, at: datetime, decision: Decision
) -> None:
    request.state = LIFECYCLE.target("refuse", request.state)
    keep_decision(request, words, by=by, at=at)
    request.save(update_fields=[*DECIDED, "version"])
    record("budget.refused", request, by=by, decision=decision, fields=DECIDED)


def _pass_up(
    request: BudgetRequest, words: str, *, by: User, at: datetime, decision: Decision
) -> BudgetRequest:
    """The general manager decides from now on, and reads why."""
    request.state = LIFECYCLE.target("pass_up", request.state)
    if request.level == Level.GENERAL:
        raise RuleViolation("De algemeen manager is de hoogste die beslist.", field="outcome")
    request.level, request.decision = Level.GENERAL, shut_below(request, "decision", words)
    request.version += 1
    request.save(update_fields=["level", "decision", "version"])
    record("budget.passed_up", request, by=by, decision=decision, fields=["level"])
    tell_deciders(request, at)
    return request


def _is_same(request: BudgetRequest, outcome: str) -> bool:
    """Whether this is the decision that was taken already."""
    made = {APPROVE: RequestState.APPROVED, REFUSE: RequestState.REFUSED}
    return made.get(outcome) == request.state
