"""How a line gets into the table: facts gathered, signed, and written in two statements at most.

Only this module inserts events; services decide what is written and when.
"""

import json
import os
import re
import time
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from audit import context
from audit.errors import AuditUnavailable
from audit.models import AuditEvent, EventAction, Outcome
from audit.signing import SIGNED_COLUMNS, event_mac, fingerprint, key_id
from common.access import Decision
from common.inserting import insert_many

_INSERT_RESIDENTS = {
    "postgresql": "INSERT INTO audit_auditsubject (event_id, resident_id)"
    " SELECT (pair->>0)::bigint, (pair->>1)::bigint FROM jsonb_array_elements(%s::jsonb) pair",
    "sqlite": "INSERT INTO audit_auditsubject (event_id, resident_id)"
    " SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(%s)",
}
_VERBS = {
    EventAction.CREATE: ("registered", "created", "added", "started", "imported"),
    EventAction.READ: ("read", "listed", "searched", "shown", "viewed", "exported"),
    EventAction.DELETE: ("deleted", "removed", "destroyed"),
    EventAction.EXECUTE: ("succeeded", "failed", "locked", "logout", "sent", "run"),
}
_ACTION_OF_VERB = {verb: action for action, verbs in _VERBS.items() for verb in verbs}


@dataclass(frozen=True, slots=True)
class Line:
    """What one event is about: the act, the object and the residents."""

    code: str
    object_type: str = ""
    object_id: str = ""
    residents: frozenset[int] = frozenset()
    outcome: Outcome = Outcome.SUCCESS
    fields: tuple[str, ...] = ()
    purpose: str = ""
    decision: Decision | None = None
    status: int | None = None
    action: EventAction | None = None


def action_of(code: str) -> EventAction:
    """The kind of act a code stands for, by its last word; a change when nothing else fits."""
    return _ACTION_OF_VERB.get(re.split(r"[._]", code)[-1], EventAction.UPDATE)


def write(lines: Iterable[Line], *, by: Any | None) -> Sequence[AuditEvent]:
    """Insert the lines with their residents inside the caller's transaction.

    Raises AuditUnavailable when the database refuses: then nothing may happen or be shown.
    """
    at, shared = timezone.now(), {**_actor(by), **_request()}
    kept = list(lines)
    events = [_event(line, at, shared) for line in kept]
    try:
        insert_many(events)
        _insert_residents(
            [
                (event.pk, resident_id)
                for event, line in zip(events, kept, strict=True)
                for resident_id in sorted(line.residents)
            ]
        )
    except DatabaseError as error:
        _note_failure()
        raise AuditUnavailable from error
    return events


def in_business_transaction() -> bool:
    """Whether somebody opened a transaction; the one a test runs in does not count."""
    blocks = transaction.get_connection().atomic_blocks
    return bool(blocks) and not blocks[-1]._from_testcase


def time_ordered_uuid() -> uuid.UUID:
    """A version 7 UUID: 48 bits of time first, so that the index grows at one end."""
    number = (time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10), "big")
    number = number & ~(0xF << 76) | (0x7 << 76)
    return uuid.UUID(int=number & ~(0x3 << 62) | (0x2 << 62))


def _event(line: Line, at: datetime, shared: dict[str, Any]) -> AuditEvent:
    """The row of one line, signed."""
    event = AuditEvent(
        uuid=time_ordered_uuid(),
        at=at,
        code=line.code,
        action=(line.action or action_of(line.code)).value,
        outcome=int(line.outcome),
        purpose=line.purpose,
        rule=line.decision.rule[:120] if line.decision else "",
        relation=line.decision.relation[:120] if line.decision else "",
        status=line.status,
        object_type=line.object_type,
        object_id=line.object_id,
        fields=sorted(line.fields),
        result_count=len(line.residents),
        source_version=settings.VERSION,
        kid=key_id(),
        **shared,
    )
    event.mac = event_mac([getattr(event, name) for name in SIGNED_COLUMNS], line.residents)
    return event


def _insert_residents(pairs: Sequence[tuple[int, int]]) -> None:
    """One statement with one parameter: a list page shows fifty residents on every request."""
    if not pairs:
        return
    with connection.cursor() as cursor:
        cursor.execute(_INSERT_RESIDENTS[connection.vendor], [json.dumps(pairs)])


def _actor(by: Any | None) -> dict[str, Any]:
    """A snapshot of the employee as they are now; empty for the system."""
    if by is None or by.pk is None:
        return {"actor_id": None}
    return {
        "actor_id": by.pk,
        "actor_login": by.get_username()[:150],
        "actor_name": (by.get_full_name() or by.get_username())[:200],
        "role": str(getattr(by, "acting_role", ""))[:40],
        "team": str(getattr(by, "acting_team_code", ""))[:80],
        "organisation": str(getattr(by, "acting_organisation_code", ""))[:80],
    }


def _request() -> dict[str, Any]:
    """Where it came from; empty outside a request."""
    facts = context.current()
    if facts is None:
        return {"request_id": None}
    return {
        "request_id": facts.request_id,
        "route": facts.route[:120],
        "method": facts.request.method or "",
        "session_mac": fingerprint("session", facts.session_key),
    }


def _note_failure() -> None:
    facts = context.current()
    if facts is not None:
        facts.write_failed = True
