"""A paper is asked for by an employee; the rest is done by the worker."""

import uuid
from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from audit.services import record
from cases.papers.bell import call_worker
from cases.papers.lifecycle import LIFECYCLE, PaperState
from cases.papers.making import Order, maker_of
from cases.papers.models import MOST_TRIES, Paper
from cases.papers.pdf import Pdf
from clusters.models import User
from common.access import Decision

NO_LUCK = "Het maken van de PDF lukte drie keer niet. Probeer het later opnieuw."


@transaction.atomic
def ask_paper(
    *, order: Order, by: User, decision: Decision | None = None, at: datetime | None = None
) -> Paper:
    """Ask for a paper; who asks for the same again, or at the same moment, gets the same one.

    The room that owns what it is made of has checked scope and grant; ``decision`` is its answer.

    Rules: PP-1 (asked, not made here), PP-2 (once), PP-5 (what failed may be asked again).
    Raises: LookupError for a kind nobody makes.
    Effects: a row that waits; audit line; after the commit the worker is called.
    """
    maker_of(order.kind)
    at = at or timezone.now()
    # after a merge was undone the row of the order is of another card again
    whose: Any = order.resident_id
    Paper.objects.of_order(order).exclude(resident_id=whose).update(resident_id=whose)
    paper = _locked(order)
    if paper is None:
        paper, is_mine = _added(order, by, at)
        if not is_mine:
            return paper
    elif LIFECYCLE.allows("ask", paper.state):
        _ask_again(paper, by, at)
    else:
        return paper
    record("paper.asked", paper, by=by, decision=decision)
    transaction.on_commit(call_worker, robust=True)
    return paper


@transaction.atomic
def begin_paper(*, at: datetime, tried: Collection[uuid.UUID]) -> Paper | None:
    """Take the paper that waits longest and count the try before it is made.

    Rules: PP-4 (one worker at a time; what a killed one left is taken again).
    Raises: nothing; None when there is nothing to do.
    Effects: the paper is being made.
    """
    rows = Paper.objects.to_make(at, but=tried)
    paper = rows.select_for_update(skip_locked=True, of=("self",)).first()
    if paper is None:
        return None
    paper.state = LIFECYCLE.target("begin", paper.state)
    paper.started_at, paper.tries = at, paper.tries + 1
    paper.save(update_fields=["state", "started_at", "tries"])
    return paper


@transaction.atomic
def keep_paper(*, begun: Paper, made: Pdf, name: str, at: datetime) -> bool:
    """Keep the file, closed; a try that came too late, after another one began, is dropped.

    Rules: PP-2 (once), PP-4, PP-6 (closed with a key of its own).
    Raises: nothing.
    Effects: the paper is made; audit line. Whether it was kept.
    """
    paper = _held(begun)
    if paper is None:
        return False
    paper.state, paper.made_at = LIFECYCLE.target("finish", paper.state), at
    paper.pages, paper.name = made.pages, name
    paper.keep(made.content)
    paper.save(update_fields=["state", "made_at", "pages", "name", "content"])
    record("paper.made", paper, by=None, fields=["state"])
    return True


@transaction.atomic
def release_paper(*, begun: Paper) -> None:
    """This try went wrong: the next round tries again, or it failed for good.

    Rules: PP-5 (three tries).
    Raises: nothing.
    Effects: it waits again, or it failed with an audit line.
    """
    paper = _held(begun)
    if paper is None:
        return
    if paper.tries >= MOST_TRIES:
        _fail(paper, NO_LUCK)
        return
    paper.state = LIFECYCLE.target("release", paper.state)
    paper.save(update_fields=["state"])


@transaction.atomic
def give_up_paper(*, begun: Paper, why: str) -> None:
    """It cannot be made here, so another try is of no use.

    Rules: PP-5 (the page says why).
    Raises: nothing.
    Effects: it failed; audit line.
    """
    paper = _held(begun)
    if paper is not None:
        _fail(paper, why)


@transaction.atomic
def give_up_stale(*, at: datetime) -> int:
    """Papers that killed the worker three times are not tried again.

    Rules: PP-5.
    Raises: nothing.
    Effects: they failed; an audit line each. How many.
    """
    rows = Paper.objects.stale(at).filter(tries__gte=MOST_TRIES)
    found = list(rows.select_for_update(skip_locked=True, of=("self",)))
    for paper in found:
        _fail(paper, NO_LUCK)
    return len(found)


def _locked(order: Order) -> Paper | None:
    """The paper of this order, locked; its file stays in the database."""
    rows = Paper.objects.of_order(order).defer("content")
    return rows.select_for_update(of=("self",)).first()


def _added(order: Order, by: User, at: datetime) -> tuple[Paper, bool]:
    """A paper that waits, or the one of who asked at the same moment; whether it is ours."""
    paper = Paper(
        kind=order.kind,
        source=order.source,
        mark=order.mark,
        resident_id=order.resident_id,
        asked_by=by,
        asked_at=at,
    )
    paper.make_key()
    try:
        with transaction.atomic():
            paper.save(force_insert=True)
    except IntegrityError:
        return Paper.objects.of_order(order).defer("content").get(), False
    return paper, True


def _ask_again(paper: Paper, by: User, at: datetime) -> None:
    """What failed waits again, with three tries before it."""
    paper.state = LIFECYCLE.target("ask", paper.state)
    paper.asked_by, paper.asked_at, paper.tries, paper.refusal = by, at, 0, ""
    paper.save(update_fields=["state", "asked_by", "asked_at", "tries", "refusal"])


def _held(begun: Paper) -> Paper | None:
    """The paper, locked, when the try that began still holds it: nobody began after it (PP-4)."""
    rows = Paper.objects.filter(pk=begun.pk, tries=begun.tries, state=PaperState.MAKING)
    return rows.select_for_update(of=("self",)).first()


def _fail(paper: Paper, why: str) -> None:
    paper.state, paper.refusal = LIFECYCLE.target("fail", paper.state), why
    paper.save(update_fields=["state", "refusal"])
    record("paper.failed", paper, by=None, fields=["state"])
