"""Our rows as objects of the standard (docs/klantinteracties.md has every field).

One question of a call is one klantcontact, because a klantcontact has one onderwerp; the questions
of a call share ``metadata.gesprek``. What the standard has no place for stands in ``metadata``, so
that reading the line back makes the same rows. No number of ours goes along: another database has
other numbers, the uuid stays.
"""

import uuid
from typing import Any

from cases.callbacks.lifecycle import CallbackState
from cases.callbacks.models import CallbackRequest
from cases.contacts.models import Channel, ContactQuestion, QuestionResult
from cases.exchange.metadata import CALL, REQUEST, moment, words, yes_no
from cases.exchange.standard import (
    DONE,
    EMPLOYEE,
    OPEN,
    PHONE_ADDRESS,
    SHAPES,
    UNIT,
    language_code,
)
from cases.residents.models import Resident
from clusters.models import Team, User

NO_SUBJECT = "Verkeerd verbonden"
ACT = "Inwoner terugbellen"
REGISTER = "wijkteams"

Answers = dict[str, Any]


def question_line(question: ContactQuestion, *, is_home: bool, anchor: uuid.UUID | None) -> Answers:
    """One question of a call; with its request when ``is_home``, the call that made it.

    ``anchor`` is a request of the same resident, by which a later call finds them.
    """
    contact, callback = question.contact, question.callback
    key = question_uuid(contact.uuid, question.position)
    resident = contact.resident
    told = {
        "soort": CALL,
        "gesprek": str(contact.uuid),
        "volgorde": str(question.position),
        "geeindigd": moment(contact.ended_at),
        "resultaat": question.result,
        "doorverwezen_naar": question.referred_to,
        "dagdeel": question.part,
        "vraagbaak_aanwezig": yes_no(question.with_help_desk),
        "onderwerpcode": question.subject.code if question.subject else "",
        "terugbelverzoek": str(callback.submission_key) if callback else "",
        "inwoner": str(anchor) if anchor and resident and not is_home else "",
    }
    taken = callback if is_home else None
    klantcontact = {
        **_head(key, contact.channel, str(question.subject or NO_SUBJECT), resident),
        "inhoud": question.question,
        "reactie": taken.outcome_note if taken else "",
        "indicatieContactGelukt": question.result != QuestionResult.WRONG_NUMBER,
        "plaatsgevondenOp": moment(contact.opened_at),
        **_ties(key, resident, taken, contact.employee, contact.desk),
        "metadata": words(told, resident, taken),
    }
    return _line(key, klantcontact, resident, taken)


def request_line(callback: CallbackRequest) -> Answers:
    """A request that was written down outside a call of the desk, as a klantcontact of its own."""
    key = uuid.uuid5(callback.submission_key, "klantcontact")
    resident = callback.resident
    told = {"soort": REQUEST, "onderwerpcode": callback.subject.code}
    klantcontact = {
        **_head(key, Channel.PHONE, str(callback.subject), resident),
        "inhoud": callback.question,
        "reactie": callback.outcome_note,
        "indicatieContactGelukt": True,
        "plaatsgevondenOp": moment(callback.registered_at),
        **_ties(key, resident, callback, callback.registered_by, callback.registered_in),
        "metadata": words(told, resident, callback),
    }
    return _line(key, klantcontact, resident, callback)


def question_uuid(call: uuid.UUID, position: int) -> uuid.UUID:
    """The uuid of one question of a call: the first has that of the call itself."""
    return call if position == 1 else uuid.uuid5(call, f"vraag {position}")


def is_confidential(resident: Resident | None) -> bool:
    """Whether what is known of somebody must be handled with care."""
    return resident is not None and (
        resident.address_secret
        or resident.hide_municipality
        or resident.hide_number
        or not resident.may_be_called
    )


def _line(
    key: uuid.UUID,
    klantcontact: Answers,
    resident: Resident | None,
    callback: CallbackRequest | None,
) -> Answers:
    return {
        "klantcontact": klantcontact,
        "betrokkene": _person(key, resident) if resident else None,
        "digitaleAdressen": [_number(key, resident)] if resident else [],
        "internetaken": [_task(key, callback)] if callback else [],
    }


def _head(key: uuid.UUID, channel: str, subject: str, resident: Resident | None) -> Answers:
    return {
        **_reference(key),
        "kanaal": channel,
        "onderwerp": subject,
        "taal": language_code(resident.language if resident else ""),
        "vertrouwelijk": is_confidential(resident),
    }


def _ties(
    key: uuid.UUID,
    resident: Resident | None,
    callback: CallbackRequest | None,
    employee: User,
    desk: Team,
) -> Answers:
    """What the klantcontact points to; the lists the standard asks for and we do not use."""
    return {
        "gingOverOnderwerpobjecten": [],
        "omvatteBijlagen": [],
        "hadBetrokkenActoren": [_employee(employee), _team(desk)],
        "hadBetrokkenen": [_reference(_person_uuid(key))] if resident else [],
        "leiddeTotInterneTaken": [_reference(callback.submission_key)] if callback else [],
    }


def _person(key: uuid.UUID, resident: Resident) -> Answers:
    """Who called. The whole name is the achternaam: we do not know which part is which."""
    return {
        **_reference(_person_uuid(key)),
        "hadKlantcontact": _reference(key),
        "rol": "klant",
        "initiator": True,
        "contactnaam": {"achternaam": resident.name} if resident.name else None,
        "volledigeNaam": resident.name,
        "bezoekadres": _address(resident),
        "digitaleAdressen": [_reference(_number_uuid(key))],
    }


def _address(resident: Resident) -> Answers | None:
    """Postcode and number; of a secret address there is none."""
    if resident.address_secret or not (resident.postcode or resident.house_number):
        return None
    code = resident.postcode
    postcode = {"postcode": f"{code[:4]} {code[4:]}"} if code else {}
    return {
        **postcode,
        "huisnummer": resident.house_number,
        "huisnummertoevoeging": resident.house_suffix,
    }


def _number(key: uuid.UUID, resident: Resident) -> Answers:
    return {
        **_reference(_number_uuid(key)),
        "verstrektDoorBetrokkene": _reference(_person_uuid(key)),
        "adres": resident.phone,
        "soortDigitaalAdres": PHONE_ADDRESS,
        "omschrijving": "Terugbelnummer",
    }


def _task(key: uuid.UUID, callback: CallbackRequest) -> Answers:
    is_closed = callback.state == CallbackState.CLOSED
    on_desk = [_employee(callback.handler)] if callback.handler else []
    return {
        **_reference(callback.submission_key),
        "aanleidinggevendKlantcontact": _reference(key),
        "gevraagdeHandeling": ACT,
        "toelichting": callback.question,
        "status": DONE if is_closed else OPEN,
        "toegewezenOp": moment(callback.registered_at),
        "afgehandeldOp": moment(callback.closed_at) or None,
        "toegewezenAanActoren": [_team(callback.team), *on_desk],
    }


def _employee(user: User) -> Answers:
    """An employee; by the name to sign in with when the own name does not fit."""
    fits = len(str(user)) <= SHAPES["actor"]["naam"].most
    return _actor(EMPLOYEE, user.username, str(user) if fits else user.username)


def _team(team: Team) -> Answers:
    return _actor(UNIT, team.code, team.name)


def _actor(kind: str, code: str, name: str) -> Answers:
    """Somebody or some team on our side, known by the code that is the same everywhere."""
    return {
        **_reference(uuid.uuid5(uuid.NAMESPACE_URL, f"{REGISTER}:{kind}:{code}")),
        "naam": name,
        "soortActor": kind,
        "actoridentificator": {
            "objectId": code,
            "codeObjecttype": "mdw" if kind == EMPLOYEE else "afd",
            "codeRegister": REGISTER,
            "codeSoortObjectId": "idf",
        },
    }


def _reference(key: uuid.UUID) -> Answers:
    """An object by its uuid; the address the standard asks for is the uuid as an URN."""
    return {"uuid": str(key), "url": key.urn}


def _person_uuid(key: uuid.UUID) -> uuid.UUID:
    return uuid.uuid5(key, "betrokkene")


def _number_uuid(key: uuid.UUID) -> uuid.UUID:
    return uuid.uuid5(key, "digitaalAdres")
