"""Post one entry, and post the opposite of one; the only place that moves a balance."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F, Q

from audit.services import record
from budgets.ledger.models import PER_REQUEST, Account, AccountKind, Entry, EntryKind, Pot
from budgets.ledger.totals import Moved, count_along
from clusters.models import User
from common.errors import RuleViolation
from common.templatetags.screen import euro

CLOSED = "Deze pot is afgesloten. Er kan niets meer op geboekt worden."
OTHER_ACT = "Deze boeking is al gedaan met een ander bedrag of voor iets anders."
RUNS_DRY = {
    AccountKind.AVAILABLE: "Zo veel is er niet beschikbaar in deze pot.",
    AccountKind.RESERVED: "Zo veel is er niet gereserveerd.",
    AccountKind.RECEIVABLE: "Zo veel staat er niet meer open.",
}


@dataclass(frozen=True)
class Posting:
    """An amount from one account of a pot to another; ``key`` is of the act that asks for it."""

    pot_id: int
    kind: EntryKind
    debit: AccountKind
    credit: AccountKind
    cents: int
    key: uuid.UUID
    reference: uuid.UUID | None = None


@transaction.atomic
def post_entry(*, posting: Posting, by: User | None, at: datetime) -> Entry:
    """Move an amount between two accounts of one pot, once per act.

    Rules: GB-1 (added, never changed), GB-2 (no account is overdrawn), GB-3 (the same act is one
        entry), GB-4 (a closed pot takes none), GB-6 (the balance is the sum of the entries).
    Raises: RuleViolation.
    Effects: an entry and two balances, with the pot locked by ``select_for_update``; audit line.
    """
    pot = Pot.objects.select_for_update(of=("self",)).get(pk=posting.pot_id)
    earlier = Entry.objects.filter(key=posting.key, kind=posting.kind).first()
    if earlier is not None:
        return _same(earlier, posting)
    if pot.closed_at is not None:
        raise RuleViolation(CLOSED)
    debit = _account(pot, posting.debit, posting.reference)
    credit = _account(pot, posting.credit, posting.reference)
    _move(debit, credit, posting.cents)
    entry = Entry.objects.create(
        at=at,
        pot=pot,
        year=pot.year,
        kind=posting.kind,
        debit=debit,
        credit=credit,
        amount_cents=posting.cents,
        key=posting.key,
        reference=posting.reference,
        by=by,
    )
    return _posted(entry, by)


@transaction.atomic
def reverse_entry(*, entry_id: int, key: uuid.UUID, by: User, at: datetime) -> Entry:
    """Post the opposite of an entry, with a reference to it; an entry is reversed once.

    Rules: GB-1 (a correction is a new entry), GB-2, GB-3, GB-4.
    Raises: RuleViolation when it was reversed by another act, or when the money is gone.
    Effects: as ``post_entry``, with the pot locked by ``select_for_update``.
    """
    entry = Entry.objects.select_related("debit", "credit").get(pk=entry_id)
    pot = Pot.objects.select_for_update(of=("self",)).get(pk=entry.pot_id)
    earlier = Entry.objects.filter(reverses=entry).first()
    if earlier is not None and earlier.key == key:
        return earlier
    if earlier is not None or entry.kind == EntryKind.REVERSE:
        raise RuleViolation("Deze boeking is al teruggedraaid.")
    if pot.closed_at is not None:
        raise RuleViolation(CLOSED)
    _move(entry.credit, entry.debit, entry.amount_cents)
    opposite = Entry.objects.create(
        at=at,
        pot=pot,
        year=pot.year,
        kind=EntryKind.REVERSE,
        debit=entry.credit,
        credit=entry.debit,
        amount_cents=entry.amount_cents,
        key=key,
        reference=entry.reference,
        by=by,
        reverses=entry,
    )
    return _posted(opposite, by)


def _posted(entry: Entry, by: User | None) -> Entry:
    """Count it along, and leave its one line in the trail (M15)."""
    accounts = (AccountKind(entry.debit.kind), AccountKind(entry.credit.kind))
    moved = Moved(entry.pot_id, EntryKind(entry.kind), *accounts, entry.amount_cents)
    count_along([moved])
    record("ledger.posted", entry, by=by)
    return entry


def _same(entry: Entry, posting: Posting) -> Entry:
    """The entry that this act made before; anything else under its key is refused."""
    made = (entry.amount_cents, entry.pot_id, entry.reference)
    if made != (posting.cents, posting.pot_id, posting.reference):
        raise RuleViolation(OTHER_ACT)
    return entry


def _account(pot: Pot, kind: AccountKind, reference: uuid.UUID | None) -> Account:
    """The account, made when it is not there yet; nobody else can, for the pot is locked."""
    whose = reference if kind in PER_REQUEST else None
    account, _ = Account.objects.get_or_create(pot=pot, kind=kind, reference=whose)
    return account


def _move(debit: Account, credit: Account, cents: int) -> None:
    """Both balances; the taking is refused by its own condition when there is not enough."""
    if cents <= 0:
        raise RuleViolation("Het bedrag is meer dan nul.")
    enough = Q(kind=AccountKind.SOURCE) | Q(balance_cents__gte=cents)
    taken = Account.objects.filter(enough, pk=credit.pk)
    if not taken.update(balance_cents=F("balance_cents") - cents):
        raise RuleViolation(_why(credit, cents))
    room = ~Q(kind=AccountKind.SOURCE) | Q(balance_cents__lte=-cents)
    given = Account.objects.filter(room, pk=debit.pk)
    if not given.update(balance_cents=F("balance_cents") + cents):
        raise RuleViolation("Zo veel is aan deze pot niet toegekend.")


def _why(credit: Account, cents: int) -> str:
    """What lacks, with what there is."""
    credit.refresh_from_db(fields=["balance_cents"])
    words = RUNS_DRY.get(AccountKind(credit.kind), "Zo veel staat er niet op deze rekening.")
    return f"{words} Er is {euro(credit.balance_cents)}; gevraagd is {euro(cents)}."
