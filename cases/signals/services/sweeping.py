"""What the worker does: tell on what nobody did, and destroy the words when their time is over."""

from datetime import date, datetime

from django.db import transaction

from audit.services import record
from cases.signals.messages import missed_text
from cases.signals.models import OutreachAttempt, Rung, Signal
from cases.signals.reaching import managers_of, workers_of
from clusters.notices.services import notify
from common.deadlines import local_day

AT_ONCE = 500
CUT = ("handler", "registered_by", "notification", "file", "callback")
WORDS = ("content", "data_key", "clearing", "ending")


@transaction.atomic
def remind_of_signals(*, at: datetime) -> int:
    """Tell who has it on the working day after a missed attempt, two later the manager.

    Rules: SG-7 (1 and 3 working days after the day; when nobody has it, or who has it left the
        team, the manager at once), T15 (exactly once each). A second run, or a second worker at
        once, finds everybody told.
    Raises: nothing.
    Effects: notices without a word of it; returns how many.
    """
    rows = Signal.objects.to_remind(at).select_for_update(
        of=("self",), skip_locked=True, no_key=True
    )
    told = 0
    for signal in rows[:AT_ONCE]:
        while signal.remind_at is not None and signal.remind_at <= at:
            told += _tell(signal, Rung(signal.told + 1), at)
        signal.save(update_fields=["told", "remind_at"])
    return told


@transaction.atomic
def empty_old_signals(*, at: datetime) -> int:
    """Destroy the key and every word of signals that ended long enough ago, and cut every name.

    Rules: SG-11 (the codes stay for the trend; without the key nothing opens again, also not from
        a backup). A second run finds nothing.
    Raises: nothing.
    Effects: emptied rows; an audit line each; returns how many.
    """
    rows = Signal.objects.to_empty(at).select_for_update(
        of=("self",), skip_locked=True, no_key=True
    )
    found = list(rows[:AT_ONCE])
    for signal in found:
        OutreachAttempt.objects.filter(signal=signal).update(content=b"", by=None)
        for name in WORDS:
            setattr(signal, name, b"")
        for name in CUT:
            setattr(signal, name, None)
        signal.emptied_at = at
        signal.save(update_fields=[*WORDS, *CUT, "emptied_at"])
        record("signal.destroyed", signal, by=None, fields=WORDS)
    return len(found)


def _tell(signal: Signal, rung: Rung, at: datetime) -> int:
    """The next one up; the key holds the day, so that every missed day is told once."""
    signal.climb(rung)
    people = _people(signal, rung, local_day(at))
    if rung == Rung.HANDLER and not people:
        signal.climb(rung := Rung.MANAGER)
        people = _people(signal, rung, local_day(at))
    return notify(
        person_ids=people,
        text=missed_text(signal, rung),
        url_name="signal-detail",
        object_id=signal.pk,
        dedup_key=f"signal:{signal.pk}:missed:{signal.due_at:%Y%m%d}:{rung}",
        at=at,
    )


def _people(signal: Signal, rung: Rung, day: date) -> set[int]:
    """Who is on this rung and works in the team."""
    if rung == Rung.MANAGER:
        return managers_of(signal.team_id, day)
    rows = workers_of(signal.team_id, day).filter(pk=signal.handler_id or 0)
    return set(rows.values_list("pk", flat=True))
