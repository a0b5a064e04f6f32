"""A line as what we would write down: a call with a question, a caller, a request."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cases.callbacks.models.requests import QUESTION_LENGTH
from cases.contacts.models import REFERRED_LENGTH, Channel, QuestionResult
from cases.exchange.checking import faults_of, moment_of
from cases.exchange.incoming.lists import Lists
from cases.exchange.incoming.people import caller_of
from cases.exchange.incoming.tasks import Task, task_of
from cases.exchange.incoming.told import Told, code_of
from cases.exchange.lines import Line
from cases.exchange.metadata import CALL, REQUEST
from cases.exchange.standard import DONE, EMPLOYEE, UNIT
from cases.helpdesk.models import DayPart, day_part_of

MOST_QUESTIONS = 1000
Columns = dict[str, Any]


@dataclass(frozen=True)
class Incoming:
    """One line: ``call`` and ``asked`` are empty for a request that was made outside a call.

    ``joins`` is the request the question is about, ``host`` a request of the same resident;
    either may stand on another line or be here already.
    """

    number: int
    key: uuid.UUID
    call: Columns | None
    asked: Columns | None
    person: Columns | None
    task: Task | None
    joins: uuid.UUID | None
    host: uuid.UUID | None


def read_line(line: Line, lists: Lists) -> tuple[Incoming | None, list[str]]:
    """What the line says, or everything that is wrong with it."""
    faults = [line.fault] if line.fault else list(faults_of(line.value, "regel"))
    if faults:
        return None, faults
    told = Told(line.value, lists)
    found = _incoming(line.number, told)
    return (None if told.faults else found), told.faults


def _incoming(number: int, told: Told) -> Incoming:
    kind = told.choice("soort", (CALL, REQUEST), CALL)
    call = _call(told)
    asked = _asked(told, call)
    caller = caller_of(told)
    head = {**call, "subject_id": asked["subject_id"]}
    task = task_of(told, caller[1] if caller else None, asked["question"], head)
    host, joins = told.uuid("inwoner"), told.uuid("terugbelverzoek")
    if kind == REQUEST and told.task is None:
        told.refuse("een terugbelverzoek zonder internetaak.")
    if task is not None:
        joins, host = task.key, None
    _check_result(told, asked["result"], joins)
    return Incoming(
        number=number,
        key=uuid.UUID(told.contact["uuid"]),
        call=call if kind == CALL else None,
        asked=asked if kind == CALL else None,
        person=caller[0] if caller and (task or host) else None,
        task=task,
        joins=joins,
        host=host,
    )


def _call(told: Told) -> Columns:
    """The call itself: when, through which channel, by whom."""
    contact = told.contact
    actors = contact.get("hadBetrokkenActoren") or []
    began = moment_of(contact["plaatsgevondenOp"])
    ended = told.moment("geeindigd") or began
    told.past("klantcontact.plaatsgevondenOp", began)
    told.past("metadata.geeindigd", ended)
    if began and ended and ended < began:
        told.refuse("metadata.geeindigd ligt voor plaatsgevondenOp.")
    return {
        "uuid": told.uuid("gesprek") or uuid.UUID(contact["uuid"]),
        "channel": _channel(told),
        "opened_at": began,
        "ended_at": ended,
        "employee_id": told.employee("hadBetrokkenActoren", code_of(actors, EMPLOYEE)),
        "desk_id": _desk(told, code_of(actors, UNIT)),
    }


def _channel(told: Told) -> str:
    """The channel by our code or by its name."""
    word = told.contact["kanaal"].strip().casefold().replace("email", Channel.MAIL)
    if word not in Channel.values:
        known = ", ".join(Channel.values)
        told.refuse(f"kanaal is “{told.contact['kanaal']}”; we kennen {known}.")
    return word


def _desk(told: Told, code: str) -> int | None:
    """The contact centre: the one that is named, or the only one there is."""
    team = told.lists.teams.get(code)
    if not code and len(told.lists.desks) == 1:
        team = told.lists.desks[0]
    if team is None:
        told.refuse(
            f"hadBetrokkenActoren: het team “{code}” bestaat hier niet."
            if code
            else "hadBetrokkenActoren noemt geen klantcontactcentrum, en er is er niet één."
        )
        return None
    return team.pk


def _asked(told: Told, call: Columns) -> Columns:
    """The question of this line and what came of it."""
    result = told.choice("resultaat", QuestionResult.values, _result(told))
    ended: datetime = call["ended_at"]
    return {
        "position": told.number("volgorde", 1, MOST_QUESTIONS),
        "subject_id": _subject(told, result),
        "question": _question(told),
        "result": result,
        "referred_to": told.word("doorverwezen_naar", REFERRED_LENGTH),
        "part": told.choice("dagdeel", DayPart.values, day_part_of(ended)),
        "with_help_desk": told.flag("vraagbaak_aanwezig"),
    }


def _question(told: Told) -> str:
    """What was asked; an answer that belongs to no request is kept with it, never dropped."""
    asked, answer = told.contact.get("inhoud") or "", told.contact.get("reactie") or ""
    if not answer or (told.task and told.task["status"] == DONE):
        return asked
    both = f"{asked}\n\nAntwoord: {answer}".lstrip()
    if len(both) > QUESTION_LENGTH:
        told.refuse(f"inhoud en reactie zijn samen langer dan {QUESTION_LENGTH} tekens.")
    return both


def _result(told: Told) -> str:
    """What came of a question of which only the standard's own fields are known."""
    if told.task is not None:
        return QuestionResult.CALLBACK
    failed = told.contact.get("indicatieContactGelukt") is False
    return QuestionResult.WRONG_NUMBER if failed else QuestionResult.ANSWERED


def _subject(told: Told, result: str) -> int | None:
    """The subject by its code, else by its name; a wrong number needs none."""
    if told.word("onderwerpcode"):
        return told.listed("onderwerpcode", told.lists.subjects)
    words = told.contact["onderwerp"].strip().casefold()
    found = told.lists.labels.get(words) or told.lists.subjects.get(words)
    if found is None and result != QuestionResult.WRONG_NUMBER:
        told.refuse(f"onderwerp “{told.contact['onderwerp']}” staat hier niet in de lijst.")
    return found


def _check_result(told: Told, result: str, joins: uuid.UUID | None) -> None:
    """A result and what belongs to it: a request, or a place to go to."""
    if (result == QuestionResult.CALLBACK) != (joins is not None):
        told.refuse("het resultaat callback hoort bij een terugbelverzoek, en andersom.")
    if (result == QuestionResult.REFERRED) != bool(told.word("doorverwezen_naar")):
        told.refuse("het resultaat referred hoort bij metadata.doorverwezen_naar, en andersom.")
