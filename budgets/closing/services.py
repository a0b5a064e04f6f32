"""Close a year: asked by the general manager, done by the worker in one transaction."""

import uuid
from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from budgets.closing.bell import call_worker
from budgets.closing.following import follow, lock_live
from budgets.closing.lifecycle import LIFECYCLE, ClosingState
from budgets.closing.messages import closed_text, failed_text
from budgets.closing.models import MOST_TRIES, YearClosing
from budgets.closing.possible import open_pots, prospect_of, targets_of
from budgets.closing.telling import tell
from budgets.ledger.checking import adds_up
from budgets.ledger.models import Pot
from budgets.ledger.services import Carry, Tell, carry_over
from budgets.ledger.totals import entries_of
from budgets.permissions import GRANTS, Action
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation

STALE_FORM = "De cijfers zijn veranderd sinds u deze pagina opende. Kijk ze na en sluit dan af."
ALREADY = "Dit jaar is al afgesloten, of dat gebeurt nu."
WRONG = "Het grootboek klopt niet. Laat het nakijken voordat u afsluit."
NO_LUCK = "Het afsluiten lukte drie keer niet. Er is niets half gedaan. Probeer het later opnieuw."


@transaction.atomic
def ask_closing(
    *,
    submission_key: uuid.UUID,
    year: int,
    purpose: str,
    remainder: str,
    reason: str,
    shown: int,
    by: User,
    at: datetime | None = None,
) -> YearClosing:
    """Ask to close a year; it is asked once, and the worker does it.

    Rules: GB-20 (the general manager), GB-21 (the year is over, earlier ones first), GB-22 (there
        is a pot that receives), GB-24 (with a choice and a reason), GB-27 (asked once).
    Raises: RuleViolation when it cannot be, was asked, or the page showed older figures;
        PermissionDenied.
    Effects: a row that waits, with its pots locked by ``select_for_update``; audit line; after the
        commit the worker is called.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.CLOSE_YEAR)
    list(Pot.objects.filter(year=year, purpose=purpose).order_by("pk").select_for_update())
    closing = YearClosing.objects.filter(year=year, purpose=purpose).first()
    if closing is not None and closing.key == submission_key:
        return closing
    if closing is not None and not LIFECYCLE.allows("ask", closing.state):
        raise RuleViolation(ALREADY)
    _must_be_closable(year, purpose, shown, at)
    closing = closing or YearClosing(year=year, purpose=purpose)
    closing.state, closing.tries, closing.refusal = ClosingState.ASKED, 0, ""
    closing.key, closing.remainder, closing.reason = submission_key, remainder, reason
    closing.asked_by, closing.asked_at = by, at
    closing.save()
    record("year.closing_asked", closing, by=by, decision=decision)
    transaction.on_commit(call_worker, robust=True)
    return closing


@transaction.atomic
def begin_closing(*, at: datetime, tried: Collection[int]) -> YearClosing | None:
    """Take the closing that waits longest and count the try before it is done.

    Rules: GB-27 (one worker at a time; what a killed one left is taken again).
    Raises: nothing; None when there is nothing to do.
    Effects: the state, on a row locked by ``select_for_update``.
    """
    rows = YearClosing.objects.to_do(at).exclude(pk__in=tried)
    closing = rows.select_for_update(skip_locked=True, of=("self",)).first()
    if closing is None:
        return None
    closing.state = LIFECYCLE.target("begin", closing.state)
    closing.started_at, closing.tries = at, closing.tries + 1
    closing.save(update_fields=["state", "started_at", "tries"])
    return closing


@transaction.atomic
def close_year(*, begun: YearClosing, at: datetime, tell_done: Tell) -> bool:
    """Close every pot of the year: carry what is left, let the requests follow, count it.

    Requests are locked before pots, as every act on a request does; so paying waits for closing or
    closing for paying, and never both.

    Rules: GB-20 (all of it or nothing), GB-22, GB-23, GB-24, GB-25, GB-27 (a try that came too late
        is dropped), GB-28 (not when the ledger does not add up).
    Raises: RuleViolation; RequestsMoved when requests came while it waited for the pots.
    Effects: entries, balances, closed pots; requests and the closing locked by
        ``select_for_update``; notices; audit lines. Whether it was done.
    """
    pots = open_pots(begun.year, begun.purpose)
    requests = lock_live(pots)
    targets = targets_of(list(Pot.objects.filter(pk__in=[pot.pk for pot in pots])))
    if not targets:
        raise RuleViolation(f"Voor {begun.year + 1} is hiervoor nog geen pot open.")
    if not adds_up({*targets, *targets.values()}):
        raise RuleViolation(WRONG)
    carry = Carry(targets, begun.is_given_back, begun.key, begun.asked_by, at)
    closed_at = carry_over(carry=carry, tell=tell_done)
    follow(requests, targets, begun)
    closing = _held(begun)
    if closing is None:
        transaction.set_rollback(True)
        return False
    closing.state, closing.done_at = LIFECYCLE.target("finish", closing.state), closed_at
    closing.entries, closing.cents = entries_of(pots)
    closing.save(update_fields=["state", "done_at", "entries", "cents"])
    record("year.closed", closing, by=closing.asked_by, fields=["state"])
    tell(closing, closed_text(closing), at)
    return True


@transaction.atomic
def release_closing(*, begun: YearClosing) -> None:
    """This try went wrong: the next round tries again, or it failed for good.

    Rules: GB-27 (three tries).
    Raises: nothing.
    Effects: it waits again, or it failed with a notice and an audit line.
    """
    closing = _held(begun)
    if closing is None:
        return
    if closing.tries >= MOST_TRIES:
        _fail(closing, NO_LUCK)
        return
    closing.state = LIFECYCLE.target("release", closing.state)
    closing.save(update_fields=["state"])


@transaction.atomic
def give_up_closing(*, begun: YearClosing, why: str) -> None:
    """A rule forbids it, so another try is of no use.

    Rules: GB-27 (the page says why).
    Raises: nothing.
    Effects: it failed; a notice; audit line.
    """
    closing = _held(begun)
    if closing is not None:
        _fail(closing, why)


@transaction.atomic
def give_up_stale(*, at: datetime) -> int:
    """Closings that killed the worker three times are not tried again.

    Rules: GB-27.
    Raises: nothing.
    Effects: they failed, locked by ``select_for_update``; notices; audit lines. How many.
    """
    rows = YearClosing.objects.stale(at).filter(tries__gte=MOST_TRIES)
    found = list(rows.select_for_update(skip_locked=True, of=("self",)))
    for closing in found:
        _fail(closing, NO_LUCK)
    return len(found)


def _must_be_closable(year: int, purpose: str, shown: int, at: datetime) -> None:
    prospect = prospect_of(year, purpose, local_day(at))
    if prospect.obstacle:
        raise RuleViolation(prospect.obstacle)
    if prospect.shown != shown:
        raise RuleViolation(STALE_FORM)


def _held(begun: YearClosing) -> YearClosing | None:
    """The row, locked, when the try that began still holds it: nobody began after it (GB-27)."""
    rows = YearClosing.objects.filter(
        pk=begun.pk, key=begun.key, tries=begun.tries, state=ClosingState.RUNNING
    )
    return rows.select_for_update(of=("self",)).first()


def _fail(closing: YearClosing, why: str) -> None:
    closing.state, closing.refusal = LIFECYCLE.target("fail", closing.state), why
    closing.save(update_fields=["state", "refusal"])
    record("year.closing_failed", closing, by=None, fields=["state"])
    tell(closing, failed_text(closing), timezone.now())
