"""The request a line holds: what the file says of it, and what follows from our own rules."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cases.callbacks.lifecycle import CallbackState
from cases.callbacks.models import CallbackRequest, PauseReason, Urgency
from cases.callbacks.services import Caller
from cases.exchange.checking import moment_of
from cases.exchange.incoming.told import Told, code_of
from cases.exchange.metadata import NO_MARK
from cases.exchange.standard import DONE, EMPLOYEE, UNIT
from cases.residents.recognition import caller_mark

ANSWERED = "beantwoord"
MOST_MINUTES = 2_147_483_647
REASON_LENGTH = CallbackRequest._meta.get_field("routing_reason").max_length or 0
NOTE_LENGTH = CallbackRequest._meta.get_field("outcome_note").max_length or 0
Columns = dict[str, Any]


@dataclass(frozen=True)
class Task:
    """A request; a second import compares only ``said``, the rest may have moved on."""

    key: uuid.UUID
    said: Columns
    rest: Columns

    @property
    def columns(self) -> Columns:
        """Every column of the request."""
        return self.rest | self.said

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to call."""
        return bool(self.columns["state"] != CallbackState.CLOSED)


def task_of(told: Told, caller: Caller | None, question: str, head: Columns) -> Task | None:
    """The request of a line; ``head`` has the subject, the employee and the desk of the call."""
    if told.task is None:
        return None
    if caller is None:
        told.refuse("een internetaak heeft een betrokkene nodig.")
        return None
    at = moment_of(told.task.get("toegewezenOp") or told.contact["plaatsgevondenOp"])
    if at is None:  # the form was checked
        raise ValueError("toegewezenOp")
    told.past("internetaak.toegewezenOp", at)
    words = told.task.get("toelichting") or question
    if not words.strip():
        told.refuse("een internetaak zonder inhoud en zonder toelichting: er staat geen vraag.")
    said = {"registered_at": at, "question": words, **_first_words(told, head)}
    rest = {"caller_mark": None if caller.is_anonymous else _mark(told, caller)}
    for part in (_where(told, caller, at), _course(told, at), _end(told, at)):
        said |= part[0]
        rest |= part[1]
    said |= _terms(told, said["urgency"], rest, at)
    return Task(uuid.UUID(told.task["uuid"]), said, rest)


def _first_words(told: Told, head: Columns) -> Columns:
    """Who wrote it down, where, and about what."""
    desk = told.word("vastgelegd_bij")
    if desk and desk not in told.lists.teams:
        told.refuse(f"metadata.vastgelegd_bij: het team “{desk}” bestaat hier niet.")
    writer = told.word("vastgelegd_door")
    place = "metadata.vastgelegd_door"
    team = told.lists.teams.get(desk)
    return {
        "subject_id": told.listed("terugbel_onderwerp", told.lists.subjects) or head["subject_id"],
        "registered_by_id": told.employee(place, writer) if writer else head["employee_id"],
        "registered_in_id": team.pk if team else head["desk_id"],
        "urgency": told.choice("urgentie", Urgency.values, Urgency.NORMAL),
        "window_from": told.moment("gewenst_vanaf"),
        "window_until": told.moment("gewenst_tot"),
    }


def _mark(told: Told, caller: Caller) -> str | None:
    """The mark of number and name; an earlier one when the number was replaced since."""
    kept = told.word("eerder_kenmerk", 64)
    if kept == NO_MARK:
        return None
    return kept or caller_mark(caller.phone, caller.name)


def _where(told: Told, caller: Caller, at: datetime) -> tuple[Columns, Columns]:
    """The team that must call: ours as it was, else by the postcode, else the team it names."""
    code = code_of((told.task or {}).get("toegewezenAanActoren") or [], UNIT)
    team = told.lists.teams.get(code)
    cluster_id = told.listed("cluster", told.lists.clusters)
    place_id = told.listed("wijk", told.lists.places)
    if cluster_id and team:
        reason = told.word("waarom_dit_team", REASON_LENGTH)
        ours = {"team_id": team.pk, "cluster_id": cluster_id, "neighbourhood_id": place_id}
        return ours | {"routing_reason": reason}, {}
    route = told.lists.route(caller, at) if caller.postcode else None
    if route:
        found = {"team_id": route.team.pk, "cluster_id": route.cluster.pk}
        near = None if caller.address_secret else route.neighbourhood.pk
        secret = f"geheim adres, niet bewaard → cluster {route.cluster} → {route.team}"
        reason = secret if caller.address_secret else route.reason
        return {}, found | {"neighbourhood_id": near, "routing_reason": reason}
    if team and team.cluster_id:
        named = {"team_id": team.pk, "cluster_id": team.cluster_id, "neighbourhood_id": place_id}
        return {}, named | {"routing_reason": f"in het bestand toegewezen aan {team}"}
    told.refuse(
        f"het team “{code}” in toegewezenAanActoren bestaat hier niet of heeft geen cluster."
        if code
        else "geen team: de postcode staat niet in de tabel en toegewezenAanActoren is leeg."
    )
    return {}, {"team_id": None, "cluster_id": None, "routing_reason": ""}


def _course(told: Told, at: datetime) -> tuple[Columns, Columns]:
    """Where it stands, as far as the file says more than open or done."""
    task = told.task or {}
    state = told.choice("staat", CallbackState.values)
    is_done = task["status"] == DONE
    if state and (state == CallbackState.CLOSED) != is_done:
        told.refuse(f"metadata.staat is “{state}”, maar de status is {task['status']}.")
    if not state:
        return {}, {"state": CallbackState.CLOSED if is_done else CallbackState.WAITING}
    handler = code_of(task.get("toegewezenAanActoren") or [], EMPLOYEE)
    if state in (CallbackState.CLAIMED, CallbackState.STUCK, CallbackState.PAUSED) and not handler:
        told.refuse(f"metadata.staat is “{state}”, maar er is geen medewerker aan toegewezen.")
    first = told.word("eerste_poging_door")
    paused_until = told.moment("gepauzeerd_tot")
    if (state == CallbackState.PAUSED) != (paused_until is not None):
        told.refuse("metadata.gepauzeerd_tot hoort bij de staat paused en nergens anders.")
    return {
        "state": state,
        "handler_id": told.employee("toegewezenAanActoren", handler) if handler else None,
        "paused_at": told.moment("gepauzeerd_op"),
        "paused_until": paused_until,
        "pause_reason": told.choice("reden_pauze", PauseReason.values),
        "failed_attempts": told.number("mislukte_pogingen", 0),
        "first_attempt_at": told.moment("eerste_poging"),
        "first_attempt_by_id": told.employee("eerste_poging_door", first) if first else None,
        "first_attempt_minutes": told.number("eerste_poging_minuten", None, MOST_MINUTES),
    }, {}


def _end(told: Told, at: datetime) -> tuple[Columns, Columns]:
    """What came of it, and when."""
    task, closed_at = told.task or {}, None
    if task.get("afgehandeldOp"):
        closed_at = moment_of(task["afgehandeldOp"])
        told.past("internetaak.afgehandeldOp", closed_at)
    if task["status"] != DONE:
        if closed_at is not None:
            told.refuse("internetaak.afgehandeldOp is ingevuld, maar de status is te_verwerken.")
        return {"outcome_id": None, "closed_at": None, "outcome_note": ""}, {}
    if closed_at is None:
        told.refuse("internetaak.status is verwerkt, maar afgehandeldOp is leeg.")
    elif closed_at < at:
        told.refuse("internetaak.afgehandeldOp ligt voor toegewezenOp.")
    note = told.contact.get("reactie") or ""
    if len(note) > NOTE_LENGTH:
        told.refuse(f"reactie heeft {len(note)} tekens; wij bewaren er {NOTE_LENGTH}.")
    outcome = told.listed("uitkomst", told.lists.outcomes)
    said = {"closed_at": closed_at, "outcome_note": note}
    if outcome:
        return said | {"outcome_id": outcome}, {}
    return said, {"outcome_id": told.lists.outcomes.get(ANSWERED)}


def _terms(told: Told, urgency: str, rest: Columns, at: datetime) -> Columns:
    """The term that was promised; without one the norm counts from the moment of writing down."""
    due, twice = told.moment("uiterlijk"), told.moment("twee_keer_de_termijn")
    if due and twice:
        if twice <= due:
            told.refuse("metadata.twee_keer_de_termijn ligt niet na metadata.uiterlijk.")
        rounds = told.number("termijn_nummer", 1)
        return {"due_at": due, "escalate_at": twice, "term_round": rounds}
    norm, calendar = told.lists.norms.get(urgency), told.lists.calendar
    if norm is None:
        told.refuse(f"de urgentie “{urgency}” heeft hier geen terugbelnorm.")
        return {}
    rest["due_at"] = due or norm.term_after(at, calendar)
    rest["escalate_at"] = norm.term_after(rest["due_at"], calendar)
    return {}
