"""Seals over what is already written, so that removing or adding a line shows (AUD-5).

A seal covers the lines that are visible now and stand in no seal yet: everything above the last
seal, and numbers that were missing before because their transaction committed later. Nobody who
reads or works waits for a seal.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q

from audit.models import AuditEvent, AuditSeal
from audit.signing import key_id, seal_mac

Ranges = list[list[int]]

BATCH = 20_000
LATE_COMMIT = timedelta(days=1)  # no transaction stays open longer than this
_LOCK = 4_117_005  # advisory lock: one sealer at a time
GENESIS = bytes(32)


def seal_batch(*, at: datetime) -> int:
    """Seal up to BATCH lines; returns how many. 0 when there are none or another is at it."""
    with transaction.atomic():
        if not _alone():
            return 0
        last = AuditSeal.objects.order_by("-n").first()
        rows = list(
            AuditEvent.objects.filter(_not_sealed(last, at))
            .order_by("id")
            .values_list("id", "mac")[:BATCH]
        )
        if rows:
            _next_seal(last, rows, at).save(force_insert=True)
    return len(rows)


def digest(rows: Iterable[tuple[int, Any]]) -> bytes:
    """One mark over the numbers and marks of these lines, in order of number."""
    total = hashlib.sha256()
    for event_id, mac in rows:
        total.update(event_id.to_bytes(8, "big") + bytes(mac))
    return total.digest()


def as_ranges(numbers: Iterable[int]) -> Ranges:
    """Ascending numbers as [[first, last], …]."""
    ranges: Ranges = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ranges


def holes(above: int, covered: Iterable[Sequence[int]]) -> Ranges:
    """The numbers above ``above`` and between these ranges that are in none of them."""
    found: Ranges = []
    for first, last in sorted(covered, key=tuple):
        if first > above + 1:
            found.append([above + 1, first - 1])
        above = max(above, last)
    return found


def signed_facts(seal: AuditSeal) -> dict[str, Any]:
    """What the mark of a seal covers: everything in it, and the mark of the one before."""
    return {
        "n": seal.n,
        "ranges": seal.ranges,
        "count": seal.count,
        "digest": bytes(seal.digest).hex(),
        "previous": bytes(seal.previous).hex(),
        "kid": seal.kid,
        "sealed_at": seal.sealed_at.timestamp(),
    }


def anchor_path() -> Path:
    """The file outside the database that remembers its last seal; one per database."""
    name = re.sub(r"\W+", "-", Path(str(connection.settings_dict["NAME"])).stem)
    return Path(settings.DATA_DIR) / f"audit-anchor-{name}.log"


def drop_anchor() -> None:
    """Append the last seal to the file outside the database, unless it is there already."""
    seal = AuditSeal.objects.order_by("-n").first()
    if seal is None:
        return
    line = f"{seal.n} {bytes(seal.mac).hex()} {seal.sealed_at.isoformat()}\n"
    path = anchor_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as anchor:
        anchor.seek(max(anchor.tell() - len(line), 0))
        if anchor.read() != line.encode():
            anchor.write(line.encode())


def _not_sealed(last: AuditSeal | None, at: datetime) -> Q:
    """Above the last seal, or in a hole that a late commit may have filled since."""
    if last is None:
        return Q()
    wanted = Q(id__gt=last.last_id)
    if connection.vendor == "postgresql":  # SQLite has one writer, so nothing commits late
        for first, final in _recent_holes(at):
            wanted |= Q(id__range=(first, final))
    return wanted


def _recent_holes(at: datetime) -> Ranges:
    """Numbers that were missing when a seal of the last day was made."""
    recent = list(AuditSeal.objects.filter(sealed_at__gte=at - LATE_COMMIT).order_by("n"))
    if not recent:
        return []
    before = AuditSeal.objects.filter(n=recent[0].n - 1).first()
    return holes(before.last_id if before else 0, (pair for seal in recent for pair in seal.ranges))


def _next_seal(last: AuditSeal | None, rows: Sequence[tuple[int, Any]], at: datetime) -> AuditSeal:
    """The seal over these lines, chained to the last one."""
    seal = AuditSeal(
        n=last.n + 1 if last else 1,
        first_id=rows[0][0],
        # The highest number under any seal so far: a batch of late lines lies lower.
        last_id=max(rows[-1][0], last.last_id if last else 0),
        ranges=as_ranges(event_id for event_id, _mac in rows),
        count=len(rows),
        digest=digest(rows),
        previous=bytes(last.mac) if last else GENESIS,
        kid=key_id(),
        sealed_at=at,
    )
    seal.mac = seal_mac(signed_facts(seal))
    return seal


def _alone() -> bool:
    """Whether this is the only sealer; SQLite has one writer at a time by itself."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        return bool(cursor.fetchone()[0])
