"""Reads the whole trail back and says what is wrong with it (AUD-6).

Noticed: a changed line or list of residents, a removed or added line under a seal, a removed or
remade seal, a trail cut off at the end (with the anchor file), lost triggers. Not noticed: lines
of the last minute that were removed before their seal, and anything by somebody who also has
AUDIT_KEY and the anchor file.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.db import connection
from django.utils import timezone

from audit import append_only
from audit.models import AuditEvent, AuditSeal, AuditSubject
from audit.sealing import GENESIS, LATE_COMMIT, anchor_path, signed_facts
from audit.signing import SIGNED_COLUMNS, event_mac, key_id, seal_mac

CHUNK = 5_000
_AT = SIGNED_COLUMNS.index("at")
_KID = SIGNED_COLUMNS.index("kid")


@dataclass
class Report:
    """What the check found: ``tampered`` and ``unsure`` hold one Dutch sentence each."""

    rows: int = 0
    seals: int = 0
    unsealed: int = 0
    other_key: int = 0
    tampered: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """0 in order, 1 tampered with, 2 could not be checked."""
        return 1 if self.tampered else 2 if self.unsure else 0


@dataclass
class _Sealed:
    """A seal with what was found of its lines so far."""

    seal: AuditSeal
    checked: bool
    count: int = 0
    digest: Any = field(default_factory=hashlib.sha256)


def verify(*, from_id: int = 1) -> Report:
    """Check every line from ``from_id`` on, every seal and the anchor file."""
    report = Report()
    report.tampered += [
        f"De beveiliging tegen wijzigen ontbreekt in de database: {name}."
        for name in append_only.missing(connection)
    ]
    sealed = _check_chain(report, from_id)
    _check_rows(report, sealed, from_id)
    _check_windows(report, sealed)
    _check_copies(report)
    _judge_keys(report)
    return report


def _check_chain(report: Report, from_id: int) -> list[_Sealed]:
    """Every seal follows the one before, bears our mark and stands in the anchor file."""
    anchors = _anchors(report)
    sealed: list[_Sealed] = []
    previous = GENESIS
    for seal in AuditSeal.objects.order_by("n").iterator(chunk_size=CHUNK):
        report.seals += 1
        if seal.n != report.seals or bytes(seal.previous) != previous:
            report.tampered.append(f"Voor zegel {seal.n} ontbreekt een zegel.")
            report.seals = seal.n
        if seal_mac(signed_facts(seal)) != bytes(seal.mac):
            report.tampered.append(f"Zegel {seal.n} is veranderd of nagemaakt.")
        if anchors.pop(seal.n, None) not in (None, bytes(seal.mac).hex()):
            report.tampered.append(f"Zegel {seal.n} wijkt af van het ankerbestand.")
        previous = bytes(seal.mac)
        sealed.append(_Sealed(seal, checked=seal.ranges[0][0] >= from_id))
    if anchors:
        first, last = min(anchors), max(anchors)
        report.tampered.append(f"Zegel {first} tot en met {last} van het ankerbestand ontbreekt.")
    if sealed and not anchor_path().exists():
        report.unsure.append(f"Het ankerbestand {anchor_path()} ontbreekt.")
    return sealed


def _anchors(report: Report) -> dict[int, str]:
    """Seal number → mark, as the file outside the database remembers."""
    found: dict[int, str] = {}
    if not anchor_path().exists():
        return found
    for line in anchor_path().read_text(encoding="ascii").splitlines():
        n, mac, _at = line.split(" ")
        if found.setdefault(int(n), mac) != mac:
            report.tampered.append(f"Het ankerbestand noemt zegel {n} twee keer verschillend.")
    return found


def _check_rows(report: Report, sealed: list[_Sealed], from_id: int) -> None:
    """Every line bears our mark over its own words and residents, and lies under its seal."""
    windows = _Windows(sealed)
    late = timezone.now() - LATE_COMMIT
    for event_id, mac, values, residents in _rows(from_id):
        report.rows += 1
        window = windows.of(event_id)
        if values[_KID] != key_id():
            report.other_key += 1
        if event_mac(values, residents) != mac:
            report.tampered.append(f"Regel {event_id} is veranderd ({_where(window)}).")
        if window is not None:
            window.count += 1
            window.digest.update(event_id.to_bytes(8, "big") + mac)
        elif event_id <= windows.last_id and values[_AT] < late:
            report.tampered.append(f"Regel {event_id} is toegevoegd tussen verzegelde regels.")
        else:
            report.unsealed += 1


def _check_windows(report: Report, sealed: Iterable[_Sealed]) -> None:
    """What lies under a seal is exactly what was sealed."""
    for window in sealed:
        seal = window.seal
        if not window.checked or bytes(seal.digest) == window.digest.digest():
            continue
        if window.count < seal.count:
            gone = seal.count - window.count
            report.tampered.append(f"Er ontbreken {gone} regels ({_where(window)}).")
        elif window.count > seal.count:
            extra = window.count - seal.count
            report.tampered.append(f"Er zijn {extra} regels te veel ({_where(window)}).")
        else:
            report.tampered.append(f"Regels zijn verwisseld of vervangen ({_where(window)}).")


def _check_copies(report: Report) -> None:
    """No line stands in the table twice under another number, and no resident without a line."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) - count(DISTINCT uuid) FROM audit_auditevent")
        copies = cursor.fetchone()[0]
        cursor.execute(
            "SELECT count(*) FROM audit_auditsubject s WHERE NOT EXISTS"
            " (SELECT 1 FROM audit_auditevent e WHERE e.id = s.event_id)"
        )
        orphans = cursor.fetchone()[0]
    if copies:
        report.tampered.append(f"{copies} regels staan er dubbel in.")
    if orphans:
        report.tampered.append(f"Bij {orphans} bewoners in het logboek hoort geen regel meer.")


def _judge_keys(report: Report) -> None:
    """Every line under another key means the wrong key was given, not that all were changed."""
    if report.rows and report.other_key == report.rows:
        report.tampered.clear()
        report.unsure.append("Het logboek is gemaakt met een andere AUDIT_KEY dan deze server.")


def _where(window: _Sealed | None) -> str:
    """The window in words."""
    if window is None:
        return "nog niet verzegeld"
    seal = window.seal
    first, last = seal.ranges[0][0], seal.ranges[-1][1]
    moment = timezone.localtime(seal.sealed_at)
    return f"zegel {seal.n}, regel {first} tot en met {last}, {moment:%d-%m-%Y %H:%M}"


class _Windows:
    """Finds the seal of a line; lines must be asked for in ascending order."""

    def __init__(self, sealed: Iterable[_Sealed]) -> None:
        self.sealed = list(sealed)
        self.ranges = sorted(
            (first, last, number)
            for number, window in enumerate(self.sealed)
            for first, last in window.seal.ranges
        )
        self.last_id = max((last for _first, last, _number in self.ranges), default=0)
        self.position = 0

    def of(self, event_id: int) -> _Sealed | None:
        """The seal over this line, or None."""
        while self.position < len(self.ranges) and self.ranges[self.position][1] < event_id:
            self.position += 1
        if self.position == len(self.ranges) or self.ranges[self.position][0] > event_id:
            return None
        return self.sealed[self.ranges[self.position][2]]


def _rows(from_id: int) -> Iterator[tuple[int, bytes, tuple[Any, ...], list[int]]]:
    """Every line with its residents, a few thousand at a time."""
    found = (
        AuditEvent.objects.filter(id__gte=from_id)
        .order_by("id")
        .values_list("id", "mac", *SIGNED_COLUMNS)
        .iterator(chunk_size=CHUNK)
    )
    while chunk := list(islice(found, CHUNK)):
        residents: dict[int, list[int]] = defaultdict(list)
        theirs = AuditSubject.objects.filter(event_id__gte=chunk[0][0], event_id__lte=chunk[-1][0])
        for event_id, resident_id in theirs.values_list("event_id", "resident_id"):
            residents[event_id].append(resident_id)
        for event_id, mac, *values in chunk:
            yield event_id, bytes(mac), tuple(values), residents[event_id]
