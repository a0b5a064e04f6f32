"""The acts of the trail: write a line for an act, write a line for a page, seal what is written."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import DatabaseError, transaction
from django.db.models import Model
from django.dispatch import Signal
from django.http import HttpRequest

from audit import context
from audit.errors import AuditUnavailable
from audit.guard import resident_of
from audit.models import EventAction, Outcome
from audit.sealing import drop_anchor, seal_batch
from audit.writing import Line, in_business_transaction, write
from common.access import Decision

acted = Signal()
"""Sent for every act in its own transaction, with ``code``, ``subjects`` and ``by``.

Whoever keeps something of the acts of rooms below listens here; what it raises stops the act.
"""
NOTHING: tuple[str, str, frozenset[int]] = ("", "", frozenset())


def record(
    code: str,
    *subjects: Model,
    by: Any | None,
    decision: Decision | None = None,
    fields: Iterable[str] = (),
    reason: str = "",
    outcome: Outcome = Outcome.SUCCESS,
    also: Iterable[int] = (),
) -> None:
    """Write who did this, in the transaction of the act: both happen or neither does (design 5).

    One event per subject, or one without a subject. ``by=None`` is the system. ``fields`` are
    names of changed fields, never values; ``reason`` is what the employee gave as the reason.
    ``also`` are other residents whom the act is about, so that their trail leads here too.

    Rules: AUD-1 (same transaction), AUD-3 (names, never values).
    Raises: AuditUnavailable when the line cannot be written; RuntimeError outside a transaction.
    Effects: audit line; the residents of the subjects count as logged for this page; whoever
        listens to ``acted`` hears it.
    """
    if not in_business_transaction():
        raise RuntimeError(f"record({code!r}) belongs inside the transaction of the act")
    names = tuple(_checked(fields))
    abouts = [_about(subject) for subject in subjects] or [NOTHING]
    told: dict[str, Any] = {"outcome": outcome, "fields": names, "purpose": reason}
    lines = [
        Line(code, kind, number, residents | frozenset(also), decision=decision, **told)
        for kind, number, residents in abouts
    ]
    events = write(lines, by=by)
    facts = context.current()
    if facts is not None:
        facts.recorded.extend(event.pk for event in events)
    if outcome == Outcome.SUCCESS:
        acted.send(sender=record, code=code, subjects=subjects, by=by)


def record_view(
    request: HttpRequest,
    code: str,
    *,
    residents: Iterable[int] = (),
    subject: Model | None = None,
    decision: Decision | None = None,
    reason: str = "",
) -> None:
    """Write that this employee is about to see these residents; call it before rendering.

    Committed at once, in a transaction of its own: what was seen stays seen, whatever the rest
    of the request does.

    Rules: AUD-2 (no log, no page).
    Raises: AuditUnavailable when the line cannot be written; RuntimeError inside a transaction.
    Effects: one event with one row per resident.
    """
    object_type, object_id, own = _about(subject) if subject is not None else NOTHING
    seen = own | frozenset(residents)
    line = Line(
        code,
        object_type,
        object_id,
        seen,
        purpose=reason,
        decision=decision,
        action=EventAction.READ,
    )
    commit(line, by=getattr(request, "user", None))
    facts = context.current()
    if facts is not None:
        facts.shown |= seen


def record_views(
    request: HttpRequest,
    seen: Mapping[str, Iterable[int]],
    *,
    decision: Decision | None = None,
) -> None:
    """The same for a page that shows more than one thing: a line per code, all or none of them.

    Rules: AUD-2 (no log, no page).
    Raises: AuditUnavailable; RuntimeError inside a transaction.
    Effects: one event per code with one row per resident, in one transaction.
    """
    lines = [
        Line(code, residents=frozenset(people), decision=decision, action=EventAction.READ)
        for code, people in seen.items()
    ]
    commit(*lines, by=getattr(request, "user", None))
    facts = context.current()
    if facts is not None:
        facts.shown |= frozenset().union(*(line.residents for line in lines))


def commit(*lines: Line, by: Any | None) -> None:
    """Write lines in a transaction of their own (a page seen, a refusal, a sign-in).

    Rules: AUD-2.
    Raises: AuditUnavailable; RuntimeError inside a transaction.
    Effects: one event per line with its residents.
    """
    try:
        with transaction.atomic(durable=True):
            write(lines, by=by)
    except DatabaseError as error:
        facts = context.current()
        if facts is not None:
            facts.write_failed = True
        raise AuditUnavailable from error


def seal_trail(*, at: datetime) -> int:
    """Put a seal over every line that has none yet, and write the last seal to the anchor file.

    Rules: AUD-5. A second run, or a second worker at the same time, finds nothing to do.
    Effects: AuditSeal rows, one line in the anchor file. Returns how many lines were sealed.
    """
    total = 0
    while sealed := seal_batch(at=at):
        total += sealed
    drop_anchor()
    return total


def _about(subject: Model) -> tuple[str, str, frozenset[int]]:
    """Type, number and residents of what an event is about."""
    resident_id = resident_of(subject)
    residents = frozenset() if resident_id is None else frozenset({resident_id})
    return subject._meta.label_lower, str(subject.pk), residents


def _checked(fields: Iterable[str]) -> Iterable[str]:
    """Names only; anything that looks like a value is refused."""
    for name in fields:
        if not name.replace(".", "_").isidentifier():
            raise ValueError("fields are names, never values")
        yield name
