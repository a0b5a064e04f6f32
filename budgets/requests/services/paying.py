"""Pay what was reserved, and undo a payment that came back."""

import uuid
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from audit.services import record
from budgets.ledger.balances import norm, pot_for
from budgets.ledger.models import AccountKind, Entry, EntryKind, NormCode
from budgets.ledger.services import reverse_entry
from budgets.permissions import Action
from budgets.requests.lifecycle import ADVANCE_LIFECYCLE, LIFECYCLE, AdvanceState, RequestState
from budgets.requests.locking import lock_request, post, release, reserved_for
from budgets.requests.models import BudgetRequest, HelpForm
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation
from common.templatetags.screen import euro

PAID = ["state", "paid_cents", "paid_at", "paid_by", "advance", "owed_cents"]
STALE = "Deze aanvraag is intussen veranderd. Open de pagina opnieuw en kijk eerst wat er gebeurde."
UNDONE = [*PAID, "lapses_on", "pot"]


@transaction.atomic
def pay_request(
    *,
    request_id: int,
    amount: int,
    by: User,
    at: datetime | None = None,
    version: int | None = None,
) -> BudgetRequest:
    """Write down that it was paid, at most what is reserved; the rest goes back to the pot.

    ``version`` is of the request that the payer saw.

    Rules: MB-7 (the controller, or with the card of the team who works in the dossier; not more
        than was reserved), MB-11 (an advance is open from now on), MB-17 (paid twice is once; a
        page from before the payment came back pays nothing).
    Raises: RuleViolation when it is not approved, lapsed, was withdrawn or changed since;
        PermissionDenied.
    Effects: one or two entries; the state, on the row locked by ``select_for_update``; audit line.
    """
    at = at or timezone.now()
    request, decision = lock_request(request_id, Action.PAY_REQUEST, by)
    if (request.state, request.paid_cents) == (RequestState.PAID, amount):
        return request
    request.state = LIFECYCLE.target("pay", request.state)
    if version not in (None, request.version):
        raise RuleViolation(STALE)
    reserved = reserved_for(request)
    if amount > reserved:
        raise RuleViolation(f"Er is {euro(reserved)} gereserveerd.", field="amount")
    is_advance = request.form == HelpForm.ADVANCE
    goes_to = AccountKind.RECEIVABLE if is_advance else AccountKind.PAID
    post(request, EntryKind.PAY, (goes_to, AccountKind.RESERVED), amount, by=by, at=at)
    release(request, by=by, at=at)
    request.paid_cents, request.paid_at, request.paid_by = amount, at, by
    if is_advance:
        request.advance = ADVANCE_LIFECYCLE.target("begin", request.advance)
        request.owed_cents = amount
    request.version += 1
    request.save(update_fields=[*PAID, "version"])
    record("budget.paid", request, by=by, decision=decision, fields=PAID)
    return request


@transaction.atomic
def bounce_payment(*, request_id: int, by: User, at: datetime | None = None) -> BudgetRequest:
    """The bank gave the money back: it is reserved again, and can be paid again.

    Rules: MB-9 (the entry is reversed, never changed; not when a part of an advance came back),
        GB-26 (of a closed year it fills the pot of now).
    Raises: RuleViolation; PermissionDenied.
    Effects: a reversing entry; the state, on the row locked by ``select_for_update``; audit line.
    """
    at = at or timezone.now()
    request, decision = lock_request(request_id, Action.PAY_REQUEST, by)
    request.state = LIFECYCLE.target("bounce", request.state)
    if request.form == HelpForm.ADVANCE:
        request.advance = ADVANCE_LIFECYCLE.target("undo", request.advance)
        if request.owed_cents != request.paid_cents:
            raise RuleViolation("Van dit voorschot is al een deel terugontvangen.")
    _undo_entry(request, by, at)
    request.paid_cents, request.paid_at, request.paid_by = 0, None, None
    request.owed_cents, request.advance = 0, AdvanceState.NONE
    request.lapses_on = local_day(at) + timedelta(days=norm(NormCode.LAPSE))
    request.version += 1
    request.save(update_fields=[*UNDONE, "version"])
    record("budget.bounced", request, by=by, decision=decision, fields=UNDONE)
    return request


def _undo_entry(request: BudgetRequest, by: User, at: datetime) -> None:
    """The opposite of the payment; of a closed year it fills the pot of now (GB-26)."""
    rows = Entry.objects.filter(reference=request.uuid, kind=EntryKind.PAY, reversal=None)
    paid = rows.select_related("pot").order_by("-pk")[0]
    key = uuid.uuid5(request.uuid, f"bounce:{request.version}")
    if paid.pot.closed_at is None:
        reverse_entry(entry_id=paid.pk, key=key, by=by, at=at)
        return
    source = AccountKind.RECEIVABLE
    if request.form == HelpForm.GIFT:
        year, cluster = local_day(at).year, request.team.cluster_id
        request.pot, source = pot_for(request.purpose.pot, cluster, year), AccountKind.SOURCE
    accounts = (AccountKind.RESERVED, source)
    post(request, EntryKind.BOUNCE, accounts, paid.amount_cents, by=by, at=at, key=key)
