"""``metadata``: what the standard has no field for, as text under Dutch keys, there and back."""

from collections.abc import Mapping
from datetime import UTC, datetime

from cases.callbacks.models import CallbackRequest
from cases.exchange.standard import PIECE
from cases.residents.models import Resident
from cases.residents.recognition import caller_mark

CALL, REQUEST = "gesprek", "terugbelverzoek"
YES, NO = "ja", "nee"
NO_MARK = "geen"


def words(
    told: dict[str, str], resident: Resident | None, callback: CallbackRequest | None
) -> dict[str, str]:
    """``metadata``: what is filled in, in pieces that fit."""
    card = _card(resident) if resident else {}
    course = _course(callback) if callback else {}
    fitting: dict[str, str] = {}
    for key, value in (told | card | course).items():
        for number, start in enumerate(range(0, len(value), PIECE), start=1):
            fitting[key if number == 1 else f"{key}_{number}"] = value[start : start + PIECE]
    return fitting


def _card(resident: Resident) -> dict[str, str]:
    """How somebody can be called without harm, and what else the desk asked."""
    born, begin, end = resident.birth_date, resident.call_from, resident.call_until
    return {
        "anoniem": yes_no(resident.is_anonymous),
        "geboortedatum": born.isoformat() if born else "",
        "geheim_adres": yes_no(resident.address_secret),
        "mag_gebeld": yes_no(resident.may_be_called),
        "voicemail": yes_no(resident.voicemail_allowed),
        "noem_gemeente_niet": yes_no(resident.hide_municipality),
        "nummer_niet_tonen": yes_no(resident.hide_number),
        "bellen_vanaf": begin.isoformat() if begin else "",
        "bellen_tot": end.isoformat() if end else "",
        "taal": resident.language,
        "tolk": yes_no(resident.needs_interpreter),
    }


def _course(callback: CallbackRequest) -> dict[str, str]:
    """Where a request stands and how it got there."""
    own_mark = caller_mark(callback.resident.phone, callback.resident.name)
    first = callback.first_attempt_by
    minutes = callback.first_attempt_minutes
    return {
        "terugbel_onderwerp": callback.subject.code,
        "urgentie": callback.urgency,
        "gewenst_vanaf": moment(callback.window_from),
        "gewenst_tot": moment(callback.window_until),
        "vastgelegd_door": callback.registered_by.username,
        "vastgelegd_bij": callback.registered_in.code,
        "wijk": callback.neighbourhood.code if callback.neighbourhood else "",
        "cluster": callback.cluster.code,
        "waarom_dit_team": callback.routing_reason,
        "staat": callback.state,
        "uiterlijk": moment(callback.due_at),
        "twee_keer_de_termijn": moment(callback.escalate_at),
        "termijn_nummer": str(callback.term_round),
        "gepauzeerd_op": moment(callback.paused_at),
        "gepauzeerd_tot": moment(callback.paused_until),
        "reden_pauze": callback.pause_reason,
        "mislukte_pogingen": str(callback.failed_attempts),
        "eerste_poging": moment(callback.first_attempt_at),
        "eerste_poging_door": first.username if first else "",
        "eerste_poging_minuten": "" if minutes is None else str(minutes),
        "uitkomst": callback.outcome.code if callback.outcome else "",
        "eerder_kenmerk": ""
        if callback.caller_mark == own_mark
        else callback.caller_mark or NO_MARK,
    }


def moment(at: datetime | None) -> str:
    """A moment as the standard writes it; empty for none."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z") if at else ""


def yes_no(answer: bool) -> str:
    """A yes or no where only text is allowed."""
    return YES if answer else NO


def gathered(words: Mapping[str, str], key: str) -> str:
    """The value under ``key``, with its pieces together; empty when there is none."""
    value, number = words.get(key, ""), 2
    while piece := words.get(f"{key}_{number}", ""):
        value, number = value + piece, number + 1
    return value
