"""What happens to an advance after it is paid: it comes back, in parts or not at all."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from budgets.ledger.models import AccountKind, Entry, EntryKind
from budgets.permissions import Action
from budgets.requests.lifecycle import ADVANCE_LIFECYCLE
from budgets.requests.locking import lock_request, post, shut_below
from budgets.requests.mandate import deciders_of
from budgets.requests.messages import denied_text, proposed_text
from budgets.requests.models import BudgetRequest, Debtor, Level
from budgets.requests.possible import must_be_ahead
from budgets.requests.telling import tell
from clusters.models import User
from common.access import Decision
from common.deadlines import local_day
from common.errors import RuleViolation
from common.templatetags.screen import euro

GIFT, PLAN = "gift", "plan"
SETTLEMENTS = ((GIFT, "Het wordt een gift"), (PLAN, "De inwoner betaalt het terug"))
BACK = (AccountKind.AVAILABLE, AccountKind.RECEIVABLE)
LOST = (AccountKind.PAID, AccountKind.RECEIVABLE)
NO_WORDS = "Schrijf kort op waarom."
OTHER_RECEIPT = "Met dit formulier is al iets anders vastgelegd. Open de pagina opnieuw."


@transaction.atomic
def register_repayment(
    *,
    submission_key: uuid.UUID,
    request_id: int,
    amount: int,
    by: User,
    at: datetime | None = None,
) -> BudgetRequest:
    """Write down that a part came back; it refills the pot it came from.

    Rules: MB-12 (the controller; in parts, never more than what is open; back in the same pot),
        GB-26 (after closing that is the pot it went along to), MB-17 (the same receipt twice is
        one).
    Raises: RuleViolation; PermissionDenied.
    Effects: an entry; what is open, on the row locked by ``select_for_update``; audit line.
    """
    at = at or timezone.now()
    request, decision = lock_request(request_id, Action.REGISTER_REPAYMENT, by)
    if _is_booked(submission_key, request, amount):
        return request
    finished = ADVANCE_LIFECYCLE.target("finish", request.advance)
    if amount > request.owed_cents:
        raise RuleViolation(f"Er staat nog {euro(request.owed_cents)} open.", field="amount")
    post(request, EntryKind.REPAY, BACK, amount, by=by, at=at, key=submission_key)
    request.owed_cents -= amount
    if not request.owed_cents:
        request.advance, request.proposed_by = finished, None
    _save(request, "budget.repaid", by, decision, ["owed_cents", "advance", "proposed_by"])
    return request


@transaction.atomic
def deny_advance(
    *, request_id: int, words: str, by: User, at: datetime | None = None
) -> BudgetRequest:
    """The fund does not pay it back; somebody decides what happens now.

    Rules: MB-13 (who works in the dossier writes down why).
    Raises: RuleViolation when no fund owes it; PermissionDenied.
    Effects: the state, on the row locked by ``select_for_update``; a notice; audit line.
    """
    at = at or timezone.now()
    request, decision = lock_request(request_id, Action.KEEP_ADVANCE, by)
    state = ADVANCE_LIFECYCLE.target("deny", request.advance)
    if request.debtor != Debtor.FUND:
        raise RuleViolation("Dit voorschot komt niet van een fonds terug.")
    _keep_words(request, words)
    request.advance = state
    _save(request, "budget.denied", by, decision, ["advance", "notes"])
    tell(request, _settling(request, at), denied_text(request), f"denied:{request.version}", at)
    return request


@transaction.atomic
def settle_advance(
    *,
    request_id: int,
    outcome: str,
    expected_on: date | None,
    by: User,
    at: datetime | None = None,
) -> BudgetRequest:
    """After a refusal: it becomes a gift, or the resident pays it back until a day.

    Rules: MB-13 (decided by who decides about such an amount, never by who asked).
    Raises: RuleViolation; PermissionDenied.
    Effects: an entry when it is a gift; the row locked by ``select_for_update``; audit line.
    """
    at = at or timezone.now()
    request, decision = lock_request(request_id, Action.SETTLE_ADVANCE, by)
    if outcome == GIFT:
        _lose(request, "give", EntryKind.GIFT, by=by, at=at)
        _save(request, "budget.given", by, decision, ["advance", "owed_cents"])
        return request
    request.advance = ADVANCE_LIFECYCLE.target("plan", request.advance)
    if request.resident_id is None:
        raise RuleViolation("Bij deze aanvraag hoort geen inwoner.", field="outcome")
    request.expected_on = must_be_ahead(expected_on, local_day(at))
    request.debtor, request.fund, request.reminded = Debtor.RESIDENT, None, 0
    names = ["advance", "expected_on", "debtor", "fund", "reminded"]
    _save(request, "budget.planned", by, decision, names)
    return request


@transaction.atomic
def propose_write_off(
    *, request_id: int, words: str, by: User, at: datetime | None = None
) -> BudgetRequest:
    """The first signature: what is open does not come back.

    Rules: MB-14 (two signatures of two people).
    Raises: RuleViolation; PermissionDenied.
    Effects: the state, on the row locked by ``select_for_update``; a notice; audit line.
    """
    at = at or timezone.now()
    request, decision = lock_request(request_id, Action.SETTLE_ADVANCE, by)
    request.advance = ADVANCE_LIFECYCLE.target("propose", request.advance)
    _keep_words(request, words)
    request.proposed_by = by
    _save(request, "budget.proposed", by, decision, ["advance", "notes", "proposed_by"])
    people = deciders_of(request.team, Level.GENERAL, local_day(at)) - {by.pk}
    tell(request, people, proposed_text(request), f"proposed:{request.version}", at)
    return request


@transaction.atomic
def sign_write_off(
    *, request_id: int, agrees: bool, by: User, at: datetime | None = None
) -> BudgetRequest:
    """The second signature, or not: then it stays open.

    Rules: MB-14 (somebody else than the first).
    Raises: RuleViolation; PermissionDenied.
    Effects: an entry when it is written off; the row locked by ``select_for_update``; audit line.
    """
    at = at or timezone.now()
    request, decision = lock_request(request_id, Action.SIGN_WRITE_OFF, by)
    if agrees:
        _lose(request, "write_off", EntryKind.WRITE_OFF, by=by, at=at)
        request.signed_by = by
        _save(request, "budget.written_off", by, decision, ["advance", "owed_cents", "signed_by"])
        return request
    request.advance = ADVANCE_LIFECYCLE.target("keep", request.advance)
    request.proposed_by = None
    _save(request, "budget.kept_open", by, decision, ["advance", "proposed_by"])
    return request


def _is_booked(key: uuid.UUID, request: BudgetRequest, amount: int) -> bool:
    """Whether this receipt is in the ledger; under its key nothing else may come in (GB-3)."""
    entry = Entry.objects.filter(key=key, kind=EntryKind.REPAY).first()
    if entry and (entry.reference, entry.amount_cents) != (request.uuid, amount):
        raise RuleViolation(OTHER_RECEIPT, field="amount")
    return entry is not None


def _lose(request: BudgetRequest, step: str, kind: EntryKind, *, by: User, at: datetime) -> None:
    """What is open counts as spent."""
    request.advance = ADVANCE_LIFECYCLE.target(step, request.advance)
    post(request, kind, LOST, request.owed_cents, by=by, at=at)
    request.owed_cents = 0


def _keep_words(request: BudgetRequest, words: str) -> None:
    if not words.strip():
        raise RuleViolation(NO_WORDS, field="words")
    request.notes = shut_below(request, "notes", words)


def _settling(request: BudgetRequest, at: datetime) -> set[int]:
    """Who decides about it now: of what a worker decided alone it is the manager."""
    level = Level.MANAGER if request.level == Level.WORKER else request.level
    return deciders_of(request.team, level, local_day(at)) - {request.requested_by_id}


def _save(
    request: BudgetRequest, code: str, by: User, decision: Decision, names: list[str]
) -> None:
    request.version += 1
    request.save(update_fields=[*names, "version"])
    record(code, request, by=by, decision=decision, fields=names)
