"""A file of contacts and requests into the house: all of it or nothing of it."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from audit.services import record
from cases.exchange.incoming.lists import Lists, read_lists
from cases.exchange.incoming.reading import Incoming, read_line
from cases.exchange.incoming.together import Fault, Together
from cases.exchange.lines import Line
from cases.exchange.services.registering import register_calls, register_requests
from cases.residents.models import Resident
from clusters.models import User
from common.errors import RuleViolation

BATCH = 200
MEANWHILE = "Tijdens het inlezen is hetzelfde door iemand anders vastgelegd. Probeer het opnieuw."
Lines = Callable[[], Iterable[Line]]


class ImportRefused(RuleViolation):
    """The file has faults: ``faults`` says each with its line; nothing was written down."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"Het bestand heeft {len(faults)} fout(en); er is niets ingelezen.")
        self.faults = [f"Regel {number}: {fault}" for number, fault in faults]


@dataclass(frozen=True)
class ImportCount:
    """How many lines brought something new, and how many were here already."""

    fresh: int
    same: int

    def __str__(self) -> str:
        return f"{self.fresh} nieuw, {self.same} ongewijzigd"


@transaction.atomic
def register_import(
    *,
    lines: Lines,
    employee: User | None = None,
    by: User | None,
    at: datetime,
    dry_run: bool = False,
) -> ImportCount:
    """Write down every line of a file, after every line was found right; the system does this.

    ``lines`` reads the file anew each time it is called: first to check, then for the requests,
    then for the contacts that point to them. ``employee`` stands in for people we do not know.

    Rules: TEL-2, TB-1 (read twice is once), TB-14, KC-5, INW-3, INW-4.
    Raises: ImportRefused with every fault by line; RuleViolation when the same was written down
        meanwhile.
    Effects: residents, requests, contacts; audit line per record and one for the file. With
        ``dry_run`` nothing.
    """
    lists = read_lists(now=at, employee=employee)
    count = _check(lines(), lists)
    if dry_run or not count.fresh:
        return count
    try:
        with transaction.atomic():
            _write(lines, lists, by, at)
    except IntegrityError as error:
        raise RuleViolation(MEANWHILE) from error
    record("contacts.imported", by=by, reason=str(count))
    return count


def _check(lines: Iterable[Line], lists: Lists) -> ImportCount:
    """Everything that is wrong with the file, in the order of its lines; nothing is written."""
    faults: list[Fault] = []
    together = Together()
    for batch in _batches(lines):
        right: list[Incoming] = []
        for line in batch:
            found, wrong = read_line(line, lists)
            faults += [(line.number, fault) for fault in wrong]
            right += [found] if found else []
        faults += together.watch(right)
    faults += together.close()
    if faults:
        raise ImportRefused(sorted(faults, key=lambda fault: fault[0]))
    return ImportCount(together.fresh, together.same)


def _write(lines: Lines, lists: Lists, by: User | None, at: datetime) -> None:
    """First the requests, then what points to them."""
    before = Resident.objects.aggregate(last=Max("pk"))["last"] or 0
    for batch in _batches(lines()):
        register_requests(batch=_right(batch, lists), lists=lists, before=before, by=by, at=at)
    for batch in _batches(lines()):
        register_calls(batch=_right(batch, lists), by=by)


def _right(batch: Iterable[Line], lists: Lists) -> list[Incoming]:
    """The lines once more; a file that changed since it was checked is refused."""
    right = []
    for line in batch:
        found, wrong = read_line(line, lists)
        if found is None:
            raise ImportRefused([(line.number, fault) for fault in wrong])
        right.append(found)
    return right


def _batches(lines: Iterable[Line]) -> Iterator[list[Line]]:
    running = iter(lines)
    while batch := list(itertools.islice(running, BATCH)):
        yield batch
