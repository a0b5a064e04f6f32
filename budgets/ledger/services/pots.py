"""Open the pot of a year, and move money from one pot to another."""

import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from budgets.ledger.models import AccountKind, Entry, EntryKind, Pot, PotPurpose
from budgets.ledger.services.posting import Posting, post_entry
from budgets.permissions import GRANTS, Action
from clusters.models import Cluster, User
from common.deadlines import local_day
from common.errors import RuleViolation

SAME_POT = "Kies twee verschillende potten."
OTHER_YEAR = "Kies twee potten van hetzelfde jaar."


@transaction.atomic
def open_pot(
    *,
    submission_key: uuid.UUID,
    year: int,
    purpose: str,
    cluster: Cluster | None,
    amount: int | None,
    by: User,
    at: datetime | None = None,
) -> Pot:
    """Make the pot of a year, for the whole city with its money, or for a cluster without.

    Rules: GB-7 (the city gets money, a cluster gets its part of it), GB-3 (sent twice is one).
    Raises: RuleViolation when it is there already; PermissionDenied.
    Effects: a pot and what it was granted; audit lines. ``select_for_update`` is in the posting.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.KEEP_POTS)
    _must_be_possible(year, cluster, amount, local_day(at).year)
    pot, is_new = Pot.objects.get_or_create(
        year=year,
        purpose=PotPurpose(purpose),
        cluster=cluster,
        defaults={"begun_at": at, "begun_by": by},
    )
    if is_new:
        record("pot.opened", pot, by=by, decision=decision)
    elif not pot.entries.filter(key=submission_key).exists():
        raise RuleViolation("Deze pot is er al.", field="year")
    if amount:
        kinds = (EntryKind.GRANT, AccountKind.AVAILABLE, AccountKind.SOURCE)
        post_entry(posting=Posting(pot.pk, *kinds, amount, submission_key), by=by, at=at)
    return pot


@transaction.atomic
def move_between_pots(
    *,
    submission_key: uuid.UUID,
    source: Pot,
    target: Pot,
    amount: int,
    by: User,
    at: datetime | None = None,
) -> Entry:
    """Take what is available in one pot to another of the same year, as two entries of one act.

    Rules: GB-8 (only what is available; both move or neither does), GB-2, GB-3, GB-4.
    Raises: RuleViolation; PermissionDenied.
    Effects: two entries, the last one returned, with both pots locked by ``select_for_update``
        in order; audit lines.
    """
    at = at or timezone.now()
    GRANTS.require(by, Action.KEEP_POTS)
    if source.pk == target.pk:
        raise RuleViolation(SAME_POT, field="target")
    if source.year != target.year:
        raise RuleViolation(OTHER_YEAR, field="target")
    list(Pot.objects.filter(pk__in=(source.pk, target.pk)).order_by("pk").select_for_update())
    available, granted = AccountKind.AVAILABLE, AccountKind.SOURCE
    out = Posting(source.pk, EntryKind.MOVE_OUT, granted, available, amount, submission_key)
    into = Posting(target.pk, EntryKind.MOVE_IN, available, granted, amount, submission_key)
    post_entry(posting=out, by=by, at=at)
    return post_entry(posting=into, by=by, at=at)


def _must_be_possible(year: int, cluster: Cluster | None, amount: int | None, this: int) -> None:
    if not this <= year <= this + 1:
        raise RuleViolation("Kies dit jaar of het volgende.", field="year")
    if cluster is None and not amount:
        raise RuleViolation("Vul in hoeveel er voor de hele stad is.", field="amount")
    if cluster is not None and amount:
        words = "Een cluster krijgt zijn deel uit de pot van de stad: hevel het daarna over."
        raise RuleViolation(words, field="amount")
