"""Match a part of a line with a request, and undo a match that was wrong."""

from datetime import datetime

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from budgets.bank.lifecycle import LIFECYCLE
from budgets.bank.locking import lock_line, must_be_seen, save_line
from budgets.bank.models import BankLine, BankMatch
from budgets.requests.lifecycle import RequestState
from budgets.requests.models import BudgetRequest
from budgets.requests.services import register_repayment, undo_repayment
from clusters.models import User
from common.errors import RuleViolation
from common.templatetags.screen import euro


@transaction.atomic
def match_line(
    *,
    line_id: int,
    request_id: int,
    amount: int,
    version: int,
    by: User,
    at: datetime | None = None,
) -> BankMatch:
    """Say that a part of a line belongs to a request; of an incoming line it is a repayment.

    Rules: BI-6 (an outgoing line confirms a payment and posts nothing), BI-7 (the controller;
        never more than the line, nor than what is open; the same act twice is one), MB-12.
    Raises: RuleViolation, also when somebody else was first; PermissionDenied.
    Effects: a match; an entry; the line, locked by ``select_for_update``; audit lines.
    """
    at = at or timezone.now()
    line, decision = lock_line(line_id, by)
    key = line.match_key(request_id, version)
    if (earlier := BankMatch.objects.filter(key=key).first()) is not None:
        return earlier
    must_be_seen(line, version)
    _must_have_room(line, amount)
    if line.is_incoming:
        register_repayment(submission_key=key, request_id=request_id, amount=amount, by=by, at=at)
    else:
        _confirm_payment(request_id, amount, by)
    match = BankMatch.objects.create(
        key=key, line=line, request_id=request_id, amount_cents=amount, matched_at=at, matched_by=by
    )
    line.matched_cents += amount
    line.state = LIFECYCLE.target("split" if line.rest_cents else "match", line.state)
    if not line.rest_cents:
        line.settled_at, line.settled_by = at, by
    save_line(line, "bank.matched", by, decision)
    return match


@transaction.atomic
def undo_match(*, match_id: int, by: User, at: datetime | None = None) -> BankMatch:
    """Undo a match that was wrong: what it posted gets an opposite, and the part is open again.

    Rules: BI-10 (once; the entry is reversed and never changed).
    Raises: RuleViolation when the rest of the advance was lost meanwhile; PermissionDenied.
    Effects: the match; a reversing entry; the line, locked by ``select_for_update``; audit lines.
    """
    at = at or timezone.now()
    line_id = BankMatch.objects.values_list("line_id", flat=True).get(pk=match_id)
    line, decision = lock_line(line_id, by)
    match = line.matches.get(pk=match_id)
    if match.undone_at is not None:
        return match
    if line.is_incoming:
        undo_repayment(submission_key=match.key, request_id=match.request_id, by=by, at=at)
    match.undone_at, match.undone_by = at, by
    match.save(update_fields=["undone_at", "undone_by"])
    line.state = LIFECYCLE.target("undo", line.state)
    line.matched_cents -= match.amount_cents
    line.settled_at, line.settled_by, line.reason = None, None, b""
    save_line(line, "bank.undone", by, decision)
    return match


def _must_have_room(line: BankLine, amount: int) -> None:
    """Whether the line can be matched at all, and has so much left."""
    LIFECYCLE.target("match", line.state)
    if not 0 < amount <= line.rest_cents:
        words = f"Van deze bankregel is nog {euro(line.rest_cents)} te koppelen."
        raise RuleViolation(words, field="amount")


def _confirm_payment(request_id: int, amount: int, by: User) -> None:
    """That the bank paid it, never more than was written down as paid; posts nothing."""
    rows = BudgetRequest.objects.visible_to(by).select_for_update(of=("self",))
    request = rows.get(pk=request_id)
    if request.state != RequestState.PAID:
        raise RuleViolation("Bij deze aanvraag is geen betaling vastgelegd.")
    seen = BankMatch.objects.live().filter(request=request, line__is_incoming=False)
    left = request.paid_cents - (seen.aggregate(sum=Sum("amount_cents"))["sum"] or 0)
    if amount > left:
        raise RuleViolation(f"Van deze betaling is nog {euro(left)} te bevestigen.", field="amount")
