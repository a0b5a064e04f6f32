"""Close the pots of a year: what is left in them goes to those of the next, all or nothing."""

import uuid
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F, Max

from audit.services import record
from budgets.ledger.models import Account, AccountKind, Entry, EntryKind, Pot
from budgets.ledger.services.posting import CLOSED
from budgets.ledger.totals import Moved, count_along
from clusters.models import User
from common.errors import RuleViolation
from common.inserting import insert_many

BATCH = 500
STAYING = (AccountKind.SOURCE, AccountKind.PAID)
"""What is left on a closed pot: what it got, and what was spent of it (GB-25)."""
Tell = Callable[[int, int], None]
"""Hears how many balances are done, and of how many."""


@dataclass(frozen=True)
class Carry:
    """What closing does: per pot where it goes, and whether what is available is given back."""

    targets: Mapping[int, int]
    is_given_back: bool
    key: uuid.UUID
    by: User
    at: datetime


@dataclass(frozen=True)
class Leg:
    """One entry to come, with its accounts."""

    kind: EntryKind
    debit: Account
    credit: Account
    cents: int
    key: uuid.UUID


@transaction.atomic
def carry_over(*, carry: Carry, tell: Tell) -> datetime:
    """Take what is reserved, owed and available to the pots of next year, and close these.

    Rules: GB-20 (all of it or nothing), GB-23 (per request two entries of one act), GB-24 (what is
        available goes along or is given back), GB-25 (nothing else is left), GB-2, GB-4, GB-6.
    Raises: RuleViolation when a pot was closed meanwhile.
    Effects: entries, balances and audit lines; pots locked by ``select_for_update``, those that
        close before those that receive; returns the moment that they closed.
    """
    sources = _locked(carry.targets)
    targets = {pot.pk: pot for pot in _locked(carry.targets.values())}
    rows = Account.objects.filter(pot__in=sources, balance_cents__gt=0)
    left = list(rows.exclude(kind__in=STAYING).order_by("pk"))
    at = _moment(sources, carry.at)
    for start in range(0, len(left), BATCH):
        _carry(left[start : start + BATCH], targets, carry, at)
        tell(min(start + BATCH, len(left)), len(left))
    Pot.objects.filter(pk__in=[pot.pk for pot in sources]).update(closed_at=at)
    record("pot.closed", *sources, by=carry.by)
    return at


def _locked(numbers: Iterable[int]) -> list[Pot]:
    """These pots in the order in which everybody locks them; raises RuleViolation."""
    pots = list(Pot.objects.filter(pk__in=set(numbers)).order_by("pk").select_for_update())
    if any(pot.closed_at is not None for pot in pots):
        raise RuleViolation(CLOSED)
    return pots


def _moment(pots: Sequence[Pot], at: datetime) -> datetime:
    """Not before the last entry, whatever another clock says (GB-4)."""
    last = Entry.objects.filter(pot__in=pots).aggregate(last=Max("at"))["last"]
    return max(at, last) if last else at


def _carry(left: Sequence[Account], targets: Mapping[int, Pot], carry: Carry, at: datetime) -> None:
    """Some of the balances: out of their pot, and in the one that receives."""
    granted = _granted({row.pot_id for row in left} | set(targets))
    staying = [row for row in left if carry.is_given_back and row.kind == AccountKind.AVAILABLE]
    going = [row for row in left if row not in staying]
    arrived = _arrived(going, carry.targets)
    legs = [_leg(EntryKind.GIVE_BACK, granted[row.pot_id], row, row, carry) for row in staying]
    for row in going:
        target = carry.targets[row.pot_id]
        account = arrived[target, row.kind, row.reference]
        legs.append(_leg(EntryKind.CARRY_OUT, granted[row.pot_id], row, row, carry))
        legs.append(_leg(EntryKind.CARRY_IN, account, granted[target], row, carry))
    _move_granted(legs)
    Account.objects.filter(pk__in=[row.pk for row in left]).update(balance_cents=0)
    _post(legs, carry, at)


def _leg(kind: EntryKind, debit: Account, credit: Account, of: Account, carry: Carry) -> Leg:
    return Leg(kind, debit, credit, of.balance_cents, uuid.uuid5(carry.key, f"account:{of.pk}"))


def _granted(pots: set[int]) -> dict[int, Account]:
    """What each pot got; a pot that never got anything has no account for it yet."""
    kind = AccountKind.SOURCE
    found = {row.pot_id: row for row in Account.objects.filter(pot_id__in=pots, kind=kind)}
    for pot_id in sorted(pots - set(found)):
        found[pot_id] = Account.objects.create(pot_id=pot_id, kind=kind)
    return found


def _arrived(
    going: Sequence[Account], targets: Mapping[int, int]
) -> dict[tuple[int, str, uuid.UUID | None], Account]:
    """The accounts in the pots that receive, with what came added to their balance."""
    sums: Counter[tuple[int, str, uuid.UUID | None]] = Counter()
    for row in going:
        sums[targets[row.pot_id], row.kind, row.reference] += row.balance_cents
    rows = Account.objects.filter(pot_id__in={pot for pot, _, _ in sums})
    wanted = [reference for _, _, reference in sums if reference]
    known = [*rows.filter(reference__in=wanted), *rows.filter(reference=None)]
    found = {(row.pot_id, row.kind, row.reference): row for row in known}
    for place in sums.keys() & found.keys():
        added = F("balance_cents") + sums[place]
        Account.objects.filter(pk=found[place].pk).update(balance_cents=added)
    fresh = [
        Account(pot_id=pot, kind=kind, reference=reference, balance_cents=cents)
        for (pot, kind, reference), cents in sums.items()
        if (pot, kind, reference) not in found
    ]
    made = insert_many(fresh)
    return found | {(row.pot_id, row.kind, row.reference): row for row in made}


def _move_granted(legs: Sequence[Leg]) -> None:
    """What a pot got becomes less by what leaves it, and more by what comes."""
    moved: dict[int, int] = defaultdict(int)
    for leg in legs:
        is_leaving = leg.debit.kind == AccountKind.SOURCE
        moved[(leg.debit if is_leaving else leg.credit).pk] += leg.cents * (1 if is_leaving else -1)
    for number, cents in sorted(moved.items()):
        Account.objects.filter(pk=number).update(balance_cents=F("balance_cents") + cents)


def _post(legs: Sequence[Leg], carry: Carry, at: datetime) -> None:
    """The entries, each with its one line in the trail (M15)."""
    years = dict(
        Pot.objects.filter(pk__in={leg.debit.pot_id for leg in legs}).values_list("pk", "year")
    )
    entries = insert_many(_entries(legs, years, carry, at))
    count_along(
        Moved(
            leg.debit.pot_id, leg.kind, AccountKind(leg.debit.kind), AccountKind(leg.credit.kind),
            leg.cents,
        )
        for leg in legs
    )  # fmt: skip
    record("ledger.posted", *entries, by=carry.by)


def _entries(
    legs: Sequence[Leg], years: Mapping[int, int], carry: Carry, at: datetime
) -> Iterator[Entry]:
    for leg in legs:
        pot_id = leg.debit.pot_id
        yield Entry(
            at=at,
            pot_id=pot_id,
            year=years[pot_id],
            kind=leg.kind,
            debit=leg.debit,
            credit=leg.credit,
            amount_cents=leg.cents,
            key=leg.key,
            reference=leg.debit.reference or leg.credit.reference,
            by=carry.by,
        )
