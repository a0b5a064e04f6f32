"""What is wrong with lines together: with each other, and with what is here already."""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from cases.callbacks.lifecycle import CallbackState
from cases.callbacks.models import CallbackRequest
from cases.contacts.models import Contact, ContactQuestion
from cases.exchange.incoming.reading import Columns, Incoming
from cases.exchange.incoming.tasks import Task

OTHER_CONTENT = "bestaat al met andere inhoud."
TWICE = "staat al op regel {0}."
STRICTER = {"may_be_called": False, "hide_municipality": True, "hide_number": True}
"""Parts of the card that may be stricter here: what a number asked before is not forgotten."""
HOURS = ("call_from", "call_until")
Fault = tuple[int, str]


class Together:
    """Watches the lines of a file go by, in batches; three queries a batch.

    ``fresh`` counts the lines that bring something new, ``same`` those that are here already.
    """

    def __init__(self) -> None:
        self.fresh = self.same = 0
        self._keys: dict[uuid.UUID, int] = {}
        self._calls: dict[uuid.UUID, tuple[int, Columns]] = {}
        self._asked: dict[tuple[uuid.UUID, int], int] = {}
        self._people: dict[uuid.UUID, int] = {}
        self._waiting: dict[str, int] = {}
        self._pointers: list[tuple[int, uuid.UUID, int | None]] = []

    def watch(self, batch: Sequence[Incoming]) -> Iterator[Fault]:
        """The faults of lines whose own form is right."""
        here = _Here(batch)
        for line in batch:
            faults = [*self._against_lines(line), *here.against(line)]
            self.same += here.knows(line)
            self.fresh += not here.knows(line)
            yield from ((line.number, fault) for fault in faults)

    def close(self) -> Iterator[Fault]:
        """Lines that point to a request that is neither in the file nor here; one query a batch."""
        outside = {key for _number, key, _person in self._pointers if key not in self._people}
        known = known_requests(outside)
        for number, key, person in self._pointers:
            if key not in self._people and key not in known:
                yield number, f"terugbelverzoek {key} staat niet in het bestand en is er hier niet."
            elif person is not None and self._people.get(key, person) != person:
                yield number, f"de betrokkene is een ander dan die van terugbelverzoek {key}."

    def _against_lines(self, line: Incoming) -> Iterator[str]:
        if (first := self._keys.setdefault(line.key, line.number)) != line.number:
            yield f"klantcontact {line.key} {TWICE.format(first)}"
        if line.call and line.asked:
            first, call = self._calls.setdefault(line.call["uuid"], (line.number, line.call))
            if call != line.call:
                yield f"de gegevens van het gesprek zijn anders dan op regel {first}."
            place = (line.call["uuid"], line.asked["position"])
            if (first := self._asked.setdefault(place, line.number)) != line.number:
                yield f"vraag {place[1]} van dit gesprek {TWICE.format(first)}"
        if line.task:
            yield from self._of_task(line, line.task)
        elif line.joins or line.host:
            self._point(line)

    def _of_task(self, line: Incoming, task: Task) -> Iterator[str]:
        if task.key in self._people:
            yield f"internetaak {task.key} staat al op een eerdere regel."
        self._people.setdefault(task.key, _digest(line.person))
        mark = task.columns["caller_mark"]
        if not task.is_open or mark is None:
            return
        if (first := self._waiting.setdefault(mark, line.number)) != line.number:
            yield f"van deze beller staat op regel {first} al een open terugbelverzoek."

    def _point(self, line: Incoming) -> None:
        if line.joins:
            self._pointers.append((line.number, line.joins, None))
        if line.host:
            self._pointers.append((line.number, line.host, _digest(line.person)))


class _Here:
    """What is here already of one batch."""

    def __init__(self, batch: Sequence[Incoming]) -> None:
        tasks = [line.task for line in batch if line.task]
        said = sorted({name for task in tasks for name in task.said})
        people = [line.person for line in batch if line.task and line.person]
        columns = [f"resident__{name}" for name in (people[0] if people else ())]
        keys = [task.key for task in tasks]
        rows = CallbackRequest.objects.filter(submission_key__in=keys)
        self.requests: dict[uuid.UUID, Columns] = {
            row["submission_key"]: row
            for row in rows.values("submission_key", "state", *said, *columns)
        }
        calls = {line.call["uuid"] for line in batch if line.call}
        self.calls: set[uuid.UUID] = set(
            Contact.objects.filter(uuid__in=calls).values_list("uuid", flat=True)
        )
        self.asked = {(row["contact__uuid"], row["position"]): row for row in _questions(calls)}
        marks = [task.columns["caller_mark"] for task in tasks if task.is_open]
        waiting = CallbackRequest.objects.exclude(state=CallbackState.CLOSED)
        self.waiting = dict(
            waiting.filter(caller_mark__in=[mark for mark in marks if mark]).values_list(
                "caller_mark", "submission_key"
            )
        )

    def knows(self, line: Incoming) -> bool:
        """Whether a second import finds nothing to do for this line."""
        has_task = line.task is None or line.task.key in self.requests
        return has_task and (line.call is None or line.call["uuid"] in self.calls)

    def against(self, line: Incoming) -> Iterator[str]:
        """What is here under the same uuid and differs, and the open request of the caller."""
        if line.task:
            yield from self._of_task(line.task, line.person or {})
        if line.call and line.asked and line.call["uuid"] in self.calls:
            row = self.asked.get((line.call["uuid"], line.asked["position"]))
            if row is None or not _same_question(row, line):
                yield f"gesprek {line.call['uuid']} {OTHER_CONTENT}"

    def _of_task(self, task: Task, person: Columns) -> Iterator[str]:
        row = self.requests.get(task.key)
        if row is not None and not _same_request(row, task, person):
            yield f"internetaak {task.key} {OTHER_CONTENT}"
        other = self.waiting.get(task.columns["caller_mark"]) if task.is_open else None
        if other is not None and other != task.key:
            yield "van deze beller staat hier al een open terugbelverzoek (TB-14)."


def known_requests(keys: Iterable[uuid.UUID], size: int = 500) -> dict[uuid.UUID, tuple[int, int]]:
    """The numbers of requests and of their residents, for those that are here."""
    wanted, known = list(keys), {}
    for start in range(0, len(wanted), size):
        part = CallbackRequest.objects.filter(submission_key__in=wanted[start : start + size])
        for key, pk, resident_id in part.values_list("submission_key", "pk", "resident_id"):
            known[key] = (pk, resident_id)
    return known


def _questions(calls: set[uuid.UUID]) -> Any:
    """The questions of these calls as they are here, by value: nobody sees them."""
    return ContactQuestion.objects.filter(contact__uuid__in=calls).values(
        "contact__uuid",
        "contact__channel",
        "contact__opened_at",
        "contact__ended_at",
        "contact__employee_id",
        "contact__desk_id",
        "contact__resident_id",
        "callback__submission_key",
        "position",
        "subject_id",
        "question",
        "result",
        "referred_to",
        "part",
        "with_help_desk",
    )


def _same_question(row: Columns, line: Incoming) -> bool:
    call = {f"contact__{name}": value for name, value in (line.call or {}).items()}
    is_known = row["contact__resident_id"] is not None
    return (
        all(row[name] == value for name, value in (call | (line.asked or {})).items())
        and row["callback__submission_key"] == line.joins
        and is_known == bool(line.task or line.host)
    )


def _same_request(row: Columns, task: Task, person: Columns) -> bool:
    is_open = row["state"] != CallbackState.CLOSED
    told = {name: value for name, value in person.items() if name not in HOURS}
    hours = [row[f"resident__{name}"] for name in HOURS]
    return (
        is_open == task.is_open
        and all(row[name] == value for name, value in task.said.items())
        and all(_holds(name, row[f"resident__{name}"], value) for name, value in told.items())
        and (person["call_from"] is None or hours == [person[name] for name in HOURS])
    )


def _holds(name: str, here: Any, said: Any) -> bool:
    """Whether what is here is what was said, or stricter where that may be."""
    return bool(here == said) or (name in STRICTER and here is STRICTER[name])


def _digest(person: Columns | None) -> int:
    return hash(tuple(sorted((name, str(value)) for name, value in (person or {}).items())))
