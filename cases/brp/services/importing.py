"""Writing down the people of an extract, a batch at a time: whole residents, never half of one."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, TypeVar

from django.db import IntegrityError, transaction

from audit.services import record
from cases.brp.checking import Tell, right_people
from cases.brp.columns import Person
from cases.brp.merging import Known, Wanted, new_resident, strictest_cards, wanted_of
from cases.residents.models import Resident, ResidentBsn, SecretAddress, bsn_mark
from cases.residents.services.sealed import ROUTE_FORGOTTEN
from clusters.models import User
from common.errors import RuleViolation

BATCH = 500
REASON = "BRP-uittreksel ingelezen"
MEANWHILE = "Tijdens het inlezen is hetzelfde BSN door iemand anders vastgelegd. Probeer opnieuw."
Item = TypeVar("Item")


@dataclass
class Count:
    """How many lines brought somebody new, changed somebody, changed nothing or were wrong."""

    fresh: int = 0
    changed: int = 0
    same: int = 0
    skipped: int = 0

    def __str__(self) -> str:
        return (
            f"{self.fresh} nieuw, {self.changed} gewijzigd, {self.same} ongewijzigd, "
            f"{self.skipped} overgeslagen"
        )

    def add(self, other: "Count") -> None:
        """Count these as well."""
        for name, number in vars(other).items():
            setattr(self, name, getattr(self, name) + number)


@transaction.atomic
def register_extract(
    *,
    file: BinaryIO,
    faulty: frozenset[int],
    today: date,
    by: User | None,
    tell: Tell = lambda done: None,
) -> Count:
    """Write down every line of a file that was checked, in one transaction.

    ``faulty`` are the numbers of lines to skip, which the caller was told and agreed to.

    Rules: UT-1 (all of it or nothing), UT-2, UT-3, UT-4.
    Raises: RuleViolation when a BSN was written down meanwhile; FileRefused when the file changed.
    Effects: residents with BSN and secret address; an audit line per resident and one for the file.
    """
    count = Count()
    for batch in _batches(right_people(file, faulty=faulty, today=today), BATCH):
        people = [person for _number, _end, person in batch if person]
        count.add(register_people(people=people, by=by))
        count.skipped += len(batch) - len(people)
        tell(batch[-1][1])
    record("residents.imported", by=by, reason=str(count))
    return count


@transaction.atomic
def register_people(*, people: Sequence[Person], by: User | None) -> Count:
    """Write down a batch of people; who is known by BSN is brought up to date.

    Rules: UT-2 (a second time changes nothing), UT-3 (what the file decides), UT-4 (a secret
        address is only kept closed), INW-4, IK-1, IK-4.
    Raises: RuleViolation when a BSN was written down meanwhile.
    Effects: residents, their BSN and secret address; an audit line for who is new or changed.
    """
    marks = {bsn_mark(person.bsn): person for person in people}
    rows = ResidentBsn.objects.filter(mark__in=marks).values_list("mark", "resident_id")
    known = {resident_id: marks.pop(mark) for mark, resident_id in rows}
    cards = strictest_cards(people)
    fresh = _create(marks, cards, by)
    changed = _bring_up_to_date(known, cards, by)
    return Count(fresh=fresh, changed=changed, same=len(known) - changed)


def _batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The same, so many at a time."""
    running = iter(items)
    while batch := list(itertools.islice(running, size)):
        yield batch


def _create(marks: dict[str, Person], cards: dict[str, dict[str, object]], by: User | None) -> int:
    """Residents for who is not known, each with their closed blocks."""
    people = list(marks.values())
    residents = Resident.objects.bulk_create(
        new_resident(each, cards.get(each.phone, {})) for each in people
    )
    pairs = list(zip(residents, people, strict=True))
    try:
        with transaction.atomic():
            ResidentBsn.objects.bulk_create(ResidentBsn.of(row.pk, each.bsn) for row, each in pairs)
    except IntegrityError:
        raise RuleViolation(MEANWHILE) from None
    wanted = [(row, wanted_of(Known(row, None), each, {}).hidden) for row, each in pairs]
    SecretAddress.objects.bulk_create(
        SecretAddress.of(row.pk, hidden) for row, hidden in wanted if hidden
    )
    if residents:
        record("resident.created", *residents, by=by, reason=REASON)
    return len(residents)


def _bring_up_to_date(
    people: dict[int, Person], cards: dict[str, dict[str, object]], by: User | None
) -> int:
    """Write what the file knows better; how many residents changed."""
    rows = Resident.objects.select_for_update().filter(pk__in=people).order_by("pk")
    hidden = SecretAddress.objects.in_bulk(list(people))
    done = 0
    for row in rows:
        person = people[row.pk]
        wanted = wanted_of(Known(row, hidden.get(row.pk)), person, cards.get(person.phone, {}))
        done += _keep(row, wanted, by)
    return done


def _keep(resident: Resident, wanted: Wanted, by: User | None) -> bool:
    """Save the differences of one resident; whether there were any."""
    changed = [name for name, value in wanted.columns.items() if getattr(resident, name) != value]
    becomes_secret = "address_secret" in changed
    for name in changed:
        setattr(resident, name, wanted.columns[name])
    if wanted.hidden:
        SecretAddress.objects.filter(pk=resident.pk).delete()
        SecretAddress.of(resident.pk, wanted.hidden).save(force_insert=True)
    if not (changed or wanted.hidden):
        return False
    resident.version += 1
    resident.save(update_fields=[*changed, "version"])
    if becomes_secret:
        resident.callbacks.update(routing_reason=ROUTE_FORGOTTEN, neighbourhood=None)
    names = [*changed, *(["secret_address"] if wanted.hidden else [])]
    record("resident.changed", resident, by=by, fields=names, reason=REASON)
    return True
