"""Write an attempt down, and why the team may go on."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.permissions import Action
from cases.signals.lifecycle import LIFECYCLE, SignalState
from cases.signals.locking import lock_signal, must_be_newest
from cases.signals.models import (
    NOT_REACHED,
    Ground,
    OutreachAttempt,
    Result,
    Signal,
    Way,
    working_day,
)
from cases.signals.reaching import must_be_soon
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation

CHANGED = ["due_at", "remind_at", "told", "unreached", "version"]
DAYS_TO_GO_ON = 3
NEEDS_REASON = "Schrijf op waarom dit mag zonder toestemming."
CARD_IS_LEFT = "Een kaart of brief laat u achter: kies “Bericht achtergelaten”."
STALE = "Dit formulier is verouderd. Open de pagina opnieuw."


@transaction.atomic
def log_attempt(
    *,
    signal_id: int,
    submission_key: uuid.UUID,
    version: int,
    way: str,
    result: str,
    words: str,
    next_on: date,
    by: User,
    at: datetime | None = None,
) -> OutreachAttempt:
    """Write down what came of an attempt and when the next one is.

    Rules: SG-6 (by who has it; a card is left behind; a next day after today), SG-10 (counts how
        often they were not reached in a row), SG-13 (sent twice is one; not from an old page).
    Raises: RuleViolation; PermissionDenied.
    Effects: an attempt; the next day, on the row locked by ``select_for_update``; audit line.
    """
    at = at or timezone.now()
    signal, decision = lock_signal(signal_id, Action.KEEP_SIGNAL, by)
    if (earlier := OutreachAttempt.objects.filter(uuid=submission_key).first()) is not None:
        return _same(earlier, signal)
    step = "attempt_on" if signal.state == SignalState.CLEARED else "attempt"
    signal.state = LIFECYCLE.target(step, signal.state)
    must_be_newest(signal, version)
    must_be_soon(next_on, local_day(at))
    attempt = OutreachAttempt(uuid=submission_key, signal=signal, at=at, by=by)
    attempt.way, attempt.result = Way(way), Result(result)
    _create(attempt, words)
    signal.plan(next_on)
    signal.version += 1
    signal.save(update_fields=CHANGED)
    record("signal.attempted", signal, by=by, decision=decision, fields=CHANGED)
    return attempt


@transaction.atomic
def clear_signal(
    *,
    signal_id: int,
    version: int,
    ground: str,
    words: str,
    by: User,
    at: datetime | None = None,
) -> Signal:
    """Write down why the team may go on with the data of somebody.

    Rules: SG-8 (the person agrees, or a ground with its reason), SG-9 (within three working days
        it goes on), SG-13 (not from an old page; twice the same is one).
    Raises: RuleViolation; PermissionDenied.
    Effects: the ground, sealed why, and the day by which it goes on, on the row locked by
        ``select_for_update``; audit line.
    """
    at = at or timezone.now()
    signal, decision = lock_signal(signal_id, Action.KEEP_SIGNAL, by)
    if signal.state == SignalState.CLEARED and signal.ground == ground:
        return signal
    signal.state = LIFECYCLE.target("clear", signal.state)
    must_be_newest(signal, version)
    if ground != Ground.CONSENT and not words.strip():
        raise RuleViolation(NEEDS_REASON, field="words")
    signal.ground, signal.cleared_at = Ground(ground), at
    signal.clearing = signal.shut("clearing", words)
    signal.plan(working_day(local_day(at), DAYS_TO_GO_ON))
    signal.version += 1
    facts = ["state", "ground", "cleared_at", "clearing"]
    signal.save(update_fields=[*facts, "due_at", "remind_at", "told", "version"])
    record("signal.cleared", signal, by=by, decision=decision, fields=facts)
    return signal


def _create(attempt: OutreachAttempt, words: str) -> None:
    """The row, and how often in a row nobody was reached; raises RuleViolation."""
    if attempt.way == Way.CARD and attempt.result != Result.LEFT:
        raise RuleViolation(CARD_IS_LEFT, field="result")
    attempt.content = attempt.shut("content", words)
    attempt.save(force_insert=True)
    signal = attempt.signal
    signal.unreached = signal.unreached + 1 if attempt.result in NOT_REACHED else 0


def _same(earlier: OutreachAttempt, signal: Signal) -> OutreachAttempt:
    """What this form made before; a key of another signal is no key here."""
    if earlier.signal_id != signal.pk:
        raise RuleViolation(STALE)
    return earlier
