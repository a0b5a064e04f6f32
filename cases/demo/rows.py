"""The rows of one made-up request, as values in the order of the columns."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.db import models

from cases.callbacks.lifecycle import CallbackState
from cases.callbacks.models import (
    AttemptResult,
    CallbackAttempt,
    CallbackReminder,
    PauseReason,
    ReminderKind,
    ReminderState,
    StepTaken,
)
from cases.callbacks.services import Caller
from cases.demo.bulk import Row, columns
from cases.demo.cast import Cast
from cases.demo.contact_rows import ContactRows
from cases.demo.marks import demo_key
from cases.demo.texts import OUTCOME_NOTES, OUTCOME_WEIGHTS, Questions
from cases.demo.working_days import WorkingDays
from cases.models import (
    CallbackOutcome,
    CallbackRequest,
    CallbackStep,
    CallbackSubject,
    Resident,
)
from cases.residents.models import derived
from cases.residents.recognition import caller_mark

TableRow = tuple[type[models.Model], Row]
STATES = {"waiting": 55, "claimed": 35, "stuck": 4, "paused": 6}
BEFORE = timedelta(minutes=60)
SECOND_ATTEMPT = 0.2
DELAYS = (15, 40, 75, 110, 160, 220, 300, 390, 480, 620)  # working minutes to the first attempt
REQUEST, ATTEMPT = columns(CallbackRequest), columns(CallbackAttempt)
STEP, REMINDER, RESIDENT = columns(CallbackStep), columns(CallbackReminder), columns(Resident)
NOTHING_YET: dict[str, Any] = dict.fromkeys(REQUEST) | {
    "term_round": 1,
    "pause_reason": "",
    "failed_attempts": 0,
    "outcome_note": "",
}
"""The columns of a request to which nothing special happened."""
NOTHING_KNOWN: dict[str, Any] = {
    field.attname: field.get_default() for field in Resident._meta.concrete_fields
}
"""The columns of a resident of whom nothing is known."""
ATTEMPT_KEYS = 4  # an attempt's key is the request's number and its own


@dataclass(frozen=True)
class Where:
    """A team and the places it serves, as (neighbourhood, cluster)."""

    team_id: int
    places: tuple[tuple[int, int], ...]


def resident_row(number: int, caller: Caller, now: datetime) -> Row:
    """A resident as the caller told; the number makes the telephone number differ."""
    facts = NOTHING_KNOWN | vars(caller) | vars(caller.card)
    facts |= {
        "id": number,
        "phone": phone_of(number),
        "created_at": now,
        **derived(caller.name, caller.birth_date),
    }
    return [facts[name] for name in RESIDENT]


def phone_of(number: int) -> str:
    """The telephone number of resident ``number``."""
    return f"+31360{number % 1_000_000:06d}"


class RequestRows:
    """Makes the rows of requests; what differs per request comes from one random generator."""

    def __init__(
        self, rng: Random, now: datetime, days: WorkingDays, cast: Cast, questions: Questions
    ) -> None:
        self.rng, self.now, self.days, self.questions = rng, now, days, questions
        self.desks = [
            (person.pk, row.team_id) for person in cast.desk for row in person.acting_memberships
        ]
        self.workers = {key: [one.pk for one in people] for key, people in cast.workers.items()}
        self.subjects = dict(CallbackSubject.objects.values_list("code", "pk"))
        outcomes = dict(CallbackOutcome.objects.values_list("code", "pk"))
        self.outcomes = [(code, outcomes[code]) for code in OUTCOME_WEIGHTS]
        self.ids = {"attempt": 0, "step": 0, "reminder": 0}
        self.contacts = ContactRows(rng)
        self.marks: set[str] = set()

    def closed(
        self, number: int, resident: int, where: Where, kind: tuple[str, str], day: int
    ) -> Iterator[TableRow]:
        """A request of the past: called once or twice, and done."""
        rng = self.rng
        minute = rng.randrange(self.days.minutes[day])
        worker = rng.choice(self.workers[where.team_id])
        delay = int(rng.choice(DELAYS) * (0.5 + rng.random()))
        first_at = self.days.moment(day, minute + delay)
        twice = rng.random() < SECOND_ATTEMPT
        closed_at = self.days.moment(day, minute + delay + 200) if twice else first_at
        code, outcome_id = rng.choice(self.outcomes)
        facts = self._request(number, resident, where, kind, day, minute) | {
            "state": CallbackState.CLOSED.value,
            "handler_id": worker,
            "failed_attempts": int(twice),
            "first_attempt_at": first_at,
            "first_attempt_by_id": worker,
            "first_attempt_minutes": delay,
            "outcome_id": outcome_id,
            "outcome_note": rng.choice(OUTCOME_NOTES[code]),
            "closed_at": closed_at,
        }
        yield CallbackRequest, [facts[name] for name in REQUEST]
        yield from self.contacts.of_request(facts)
        if twice:
            yield self._attempt(facts, 1, first_at, AttemptResult.NO_ANSWER.value)
        yield self._attempt(facts, 2, closed_at, AttemptResult.SPOKEN.value)
        yield self._step(facts, facts["registered_at"], StepTaken.REGISTERED.value)
        yield self._step(facts, closed_at, StepTaken.CLOSED.value)

    def open(
        self, number: int, resident: int, where: Where, kind: tuple[str, str], name: str
    ) -> Iterator[TableRow]:
        """A request of ``name`` on somebody's desk, written down in the last working days."""
        rng, day = self.rng, self.days.today - self.rng.choice((0, 1, 1, 1, 2, 2, 3, 4))
        minute = rng.randrange(self.days.minutes[day])
        if self.days.moment(day, minute) > self.now:
            day, minute = day - 1, self.days.minutes[day - 1] - 1
        state = rng.choices(list(STATES), list(STATES.values()))[0]
        facts = self._request(number, resident, where, kind, day, minute)
        facts |= {"state": state, "caller_mark": self._mark(resident, name)}
        if state != CallbackState.WAITING:
            facts["handler_id"] = rng.choice(self.workers[where.team_id])
        if state == CallbackState.PAUSED:
            until = self.days.closes[self.days.today + rng.randint(1, 10)]
            facts |= {"paused_at": self.now, "paused_until": until}
            facts["pause_reason"] = PauseReason.PAPERS.value
        yield CallbackRequest, [facts[name] for name in REQUEST]
        yield from self.contacts.of_request(facts)
        yield self._step(facts, facts["registered_at"], StepTaken.REGISTERED.value)
        if state == CallbackState.PAUSED:
            yield self._reminder(facts, ReminderKind.PAUSE_OVER.value, facts["paused_until"])
        else:
            yield self._reminder(facts, ReminderKind.BEFORE_TERM.value, facts["due_at"] - BEFORE)
            yield self._reminder(facts, ReminderKind.AT_TERM.value, facts["due_at"])
            yield self._reminder(facts, ReminderKind.TWICE_TERM.value, facts["escalate_at"])

    def answered(self, kind: tuple[str, str], day: int) -> Iterator[TableRow]:
        """A contact that needed no request."""
        minute = self.rng.randrange(self.days.minutes[day])
        question = self.questions.ask(kind[0], self.rng)
        at, who = self.days.moment(day, minute), self.rng.choice(self.desks)
        yield from self.contacts.without_request(at, who, self.subjects[kind[0]], question)

    def _mark(self, resident: int, name: str) -> str | None:
        """The mark of the caller; none when a city is so small that they have one open already."""
        mark = caller_mark(phone_of(resident), name)
        if mark is None or mark in self.marks:
            return None
        self.marks.add(mark)
        return mark

    def _request(
        self, number: int, resident: int, where: Where, kind: tuple[str, str], day: int, minute: int
    ) -> dict[str, Any]:
        """What every request has, before anything happened to it."""
        rng, (subject, urgency) = self.rng, kind
        neighbourhood, cluster = rng.choice(where.places)
        desk_person, desk = rng.choice(self.desks)
        due_at, escalate_at = self.days.term(urgency, day, minute)
        return NOTHING_YET | {
            "id": number,
            "resident_id": resident,
            "submission_key": demo_key(number),
            "registered_at": self.days.moment(day, minute),
            "registered_by_id": desk_person,
            "registered_in_id": desk,
            "neighbourhood_id": neighbourhood,
            "cluster_id": cluster,
            "team_id": where.team_id,
            "routing_reason": "gemaakt om mee te meten",
            "subject_id": self.subjects[subject],
            "question": self.questions.ask(subject, rng),
            "urgency": urgency,
            "due_at": due_at,
            "escalate_at": escalate_at,
        }

    def _attempt(self, facts: dict[str, Any], number: int, at: datetime, result: str) -> TableRow:
        self.ids["attempt"] += 1
        row = {
            "id": self.ids["attempt"],
            "callback_id": facts["id"],
            "resident_id": facts["resident_id"],
            "submission_key": demo_key(facts["id"] * ATTEMPT_KEYS + number),
            "at": at,
            "by_id": facts["handler_id"],
            "result": result,
            "note": "",
            "again_at": None,
        }
        return CallbackAttempt, [row[name] for name in ATTEMPT]

    def _step(self, facts: dict[str, Any], at: datetime, step: str) -> TableRow:
        self.ids["step"] += 1
        row = {
            "id": self.ids["step"],
            "callback_id": facts["id"],
            "resident_id": facts["resident_id"],
            "at": at,
            "by_id": facts["handler_id"] or facts["registered_by_id"],
            "step": step,
            "note": "",
        }
        return CallbackStep, [row[name] for name in STEP]

    def _reminder(self, facts: dict[str, Any], kind: str, due_at: datetime) -> TableRow:
        """Delivered when its moment was before the present."""
        self.ids["reminder"] += 1
        passed = due_at <= self.now
        row = {
            "id": self.ids["reminder"],
            "callback_id": facts["id"],
            "kind": kind,
            "term_round": 1,
            "due_at": due_at,
            "state": (ReminderState.DONE if passed else ReminderState.PENDING).value,
            "done_at": due_at if passed else None,
        }
        return CallbackReminder, [row[name] for name in REMINDER]
