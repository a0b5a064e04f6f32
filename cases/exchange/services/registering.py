"""Writing down what a file holds, a batch at a time: the same rows a desk would have made."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from audit.services import record
from cases.callbacks.lifecycle import CallbackState
from cases.callbacks.models import (
    AddedQuestion,
    CallbackReminder,
    CallbackRequest,
    CallbackStep,
    ReminderKind,
    StepTaken,
)
from cases.contacts.models import Contact, ContactQuestion
from cases.exchange.incoming.lists import Lists
from cases.exchange.incoming.reading import Columns, Incoming
from cases.exchange.incoming.together import HOURS, STRICTER, known_requests
from cases.residents.models import Resident, derived
from clusters.models import User

IMPORTED = "Ingelezen uit een bestand"
Known = dict[uuid.UUID, tuple[int, int]]


@transaction.atomic
def register_requests(
    *, batch: Sequence[Incoming], lists: Lists, before: int, by: User | None, at: datetime
) -> None:
    """The residents and requests of a batch that are not here yet.

    ``before`` is the highest number of a resident before the import: what those asked about
    calling their number safely goes on for the same number (INW-4).

    Rules: TB-1 (a uuid makes one request), TB-2 (a term by the norm), TB-7 (reminders), TB-14,
        INW-3, INW-4.
    Raises: IntegrityError when somebody wrote the same down meanwhile.
    Effects: residents, requests, steps, reminders; an audit line for every record.
    """
    known = known_requests(line.task.key for line in batch if line.task)
    new = [(line, line.task) for line in batch if line.task and line.task.key not in known]
    if not new:
        return
    people = [line.person or {} for line, _task in new]
    residents = Resident.objects.bulk_create(_tightened(people, before))
    requests = CallbackRequest.objects.bulk_create(
        CallbackRequest(resident=resident, submission_key=task.key, **task.columns)
        for resident, (_line, task) in zip(residents, new, strict=True)
    )
    CallbackStep.objects.bulk_create(_step(each, by, at) for each in requests)
    CallbackReminder.objects.bulk_create(
        reminder for each in requests for reminder in _reminders(each, lists, at)
    )
    record("resident.created", *residents, by=by)
    record("callback.registered", *requests, by=by)


@transaction.atomic
def register_calls(*, batch: Sequence[Incoming], by: User | None) -> None:
    """The contacts of a batch with their questions; the requests are here by now.

    A question that joined a request of an earlier call is shown with that request too.

    Rules: KC-5 (a resident is known through a request), KC-6 (every question has a result), TB-14.
    Raises: IntegrityError when somebody wrote the same down meanwhile.
    Effects: contacts, questions; an audit line for every contact.
    """
    calls = _first_lines(batch)
    here = dict(Contact.objects.filter(uuid__in=calls).values_list("uuid", "pk"))
    known = known_requests({key for line in batch for key in (line.joins, line.host) if key})
    made = Contact.objects.bulk_create(
        _contact(line, known) for uid, line in calls.items() if uid not in here
    )
    record("contact.imported", *made, by=by)
    contacts = {contact.uuid: contact for contact in Contact.objects.filter(uuid__in=calls)}
    asked = ContactQuestion.objects.filter(contact__uuid__in=calls)
    there = set(asked.values_list("contact__uuid", "position"))
    lines = [line for line in batch if line.call and line.asked and _place(line) not in there]
    ContactQuestion.objects.bulk_create(_question(line, contacts, known) for line in lines)
    joining = [line for line in lines if line.joins and not line.task]
    AddedQuestion.objects.bulk_create(_added(line, contacts, known) for line in joining)


def _first_lines(batch: Iterable[Incoming]) -> dict[uuid.UUID, Incoming]:
    """A line of every call: the one that says who called, when there is one."""
    calls: dict[uuid.UUID, Incoming] = {}
    for line in batch:
        if line.call and (line.call["uuid"] not in calls or line.task or line.host):
            calls[line.call["uuid"]] = line
    return calls


def _place(line: Incoming) -> tuple[uuid.UUID, int]:
    """The call and the number of a question in it."""
    return (line.call or {})["uuid"], (line.asked or {})["position"]


def _contact(line: Incoming, known: Known) -> Contact:
    resident = line.task.key if line.task else line.host
    return Contact(resident_id=known[resident][1] if resident else None, **(line.call or {}))


def _question(line: Incoming, contacts: dict[uuid.UUID, Contact], known: Known) -> ContactQuestion:
    contact = contacts[_place(line)[0]]
    return ContactQuestion(
        contact=contact,
        resident_id=contact.resident_id,
        desk_id=contact.desk_id,
        ended_at=contact.ended_at,
        callback_id=known[line.joins][0] if line.joins else None,
        **(line.asked or {}),
    )


def _added(line: Incoming, contacts: dict[uuid.UUID, Contact], known: Known) -> AddedQuestion:
    """The question as the team reads it, beside the one the request was made for."""
    call, position = _place(line)
    asked, contact = line.asked or {}, contacts[call]
    pk, resident_id = known[line.joins or call]
    return AddedQuestion(
        callback_id=pk,
        resident_id=resident_id,
        submission_key=uuid.uuid5(call, str(position)),
        subject_id=asked["subject_id"],
        question=asked["question"],
        added_at=contact.ended_at,
        added_by_id=contact.employee_id,
    )


def _tightened(people: Sequence[Columns], before: int) -> list[Resident]:
    """Residents with the strictest of their card and of what the number asked before."""
    earlier = Resident.objects.filter(pk__lte=before, phone__in={each["phone"] for each in people})
    asked: dict[str, list[dict[str, Any]]] = {}
    for row in earlier.order_by("-pk").values("phone", *STRICTER, *HOURS):
        asked.setdefault(row["phone"], []).append(row)
    return [_resident(_strictest(each, asked.get(each["phone"], []))) for each in people]


def _resident(person: Columns) -> Resident:
    return Resident(**person | derived(person["name"], person["birth_date"]))


def _strictest(person: Columns, earlier: Sequence[dict[str, Any]]) -> Columns:
    strict = dict(person)
    for name, value in STRICTER.items():
        if any(row[name] is value for row in earlier):
            strict[name] = value
    hours = next((row for row in earlier if row["call_from"] is not None), None)
    if hours is not None and strict["call_from"] is None:
        strict |= {name: hours[name] for name in HOURS}
    return strict


def _step(callback: CallbackRequest, by: User | None, at: datetime) -> CallbackStep:
    """What colleagues read back: that it came from a file, and when."""
    return CallbackStep(
        callback=callback,
        resident_id=callback.resident_id,
        at=at,
        by=by,
        step=StepTaken.REGISTERED,
        note=IMPORTED,
    )


def _reminders(callback: CallbackRequest, lists: Lists, at: datetime) -> Iterable[CallbackReminder]:
    """The bells of an open request, as its own acts would have set them (TB-6, TB-7)."""
    if callback.state == CallbackState.CLOSED:
        return
    moments = {ReminderKind.PAUSE_OVER: callback.paused_until}
    if callback.state != CallbackState.PAUSED:
        norm = lists.norms[callback.urgency]
        before = norm.reminder_before(callback.due_at, lists.calendar)
        moments = {
            ReminderKind.BEFORE_TERM: before if callback.due_at > at else None,
            ReminderKind.AT_TERM: callback.due_at,
            ReminderKind.TWICE_TERM: callback.escalate_at,
        }
    for kind, due_at in moments.items():
        if due_at is not None:
            yield CallbackReminder(
                callback=callback, kind=kind, term_round=callback.term_round, due_at=due_at
            )
