"""Who a line is about: the columns of a resident, checked by the fields of our own forms."""

from typing import Any

from cases.callbacks.services import Caller
from cases.exchange.incoming.told import Told
from cases.exchange.standard import PHONE_ADDRESS, language_name
from cases.residents.forms import (
    BirthDateField,
    ClockField,
    HouseNumberField,
    PhoneField,
    PostcodeField,
)
from cases.residents.models import LANGUAGE_LENGTH, Resident

NAME_LENGTH = Resident._meta.get_field("name").max_length or 0
Columns = dict[str, Any]


def caller_of(told: Told) -> tuple[Columns, Caller] | None:
    """The columns of the resident, and the caller whose address may point to a team.

    Nothing without a betrokkene. A secret address is used for the team and not kept (INW-3).
    """
    if told.person is None:
        return None
    name = _name(told)
    phone, born = _phone(told), None
    postcode, number, suffix = _address(told)
    if word := told.word("geboortedatum"):
        born = told.as_in_form("metadata.geboortedatum", BirthDateField(), word)
    is_secret = told.flag("geheim_adres")
    columns = {
        "name": name,
        "is_anonymous": not name,
        "phone": phone,
        "postcode": "" if is_secret else postcode,
        "house_number": None if is_secret else number,
        "house_suffix": "" if is_secret else suffix,
        "birth_date": born,
        "address_secret": is_secret,
        **_card(told),
    }
    return columns, Caller(name, not name, phone, postcode, number, suffix, born, is_secret)


def _name(told: Told) -> str:
    """The parts of a name together; empty for somebody who stays anonymous."""
    known = (told.person or {}).get("contactnaam") or {}
    first = known.get("voornaam") or known.get("voorletters") or ""
    parts = (first, known.get("voorvoegselAchternaam") or "", known.get("achternaam") or "")
    name = " ".join(part for part in parts if part.strip())
    if len(name) > NAME_LENGTH:
        told.refuse(f"de naam heeft {len(name)} tekens; het mogen er {NAME_LENGTH} zijn.")
    if name and told.flag("anoniem"):
        told.refuse("metadata.anoniem is ja, maar er staat een naam in contactnaam.")
    return name


def _phone(told: Told) -> str:
    """The first telephone number; a request to call back cannot do without."""
    numbers = [each for each in told.addresses if each["soortDigitaalAdres"] == PHONE_ADDRESS]
    if not numbers:
        if told.task is not None:
            told.refuse("een internetaak heeft een telefoonnummer in digitaleAdressen nodig.")
        return ""
    return told.as_in_form("digitaleAdressen", PhoneField(), numbers[0]["adres"]) or ""


def _address(told: Told) -> tuple[str, int | None, str]:
    """Postcode, house number and addition as our forms keep them."""
    known = (told.person or {}).get("bezoekadres") or {}
    place = "betrokkene.bezoekadres"
    postcode = told.as_in_form(place, PostcodeField(required=False), known.get("postcode") or "")
    if known.get("huisnummer") is None:
        return postcode or "", None, ""
    text = f"{known['huisnummer']} {known.get('huisnummertoevoeging') or ''}".strip()
    number, suffix = told.as_in_form(place, HouseNumberField(required=False), text) or (None, "")
    return postcode or "", number, suffix


def _card(told: Told) -> Columns:
    """How to call safely; a contact that is confidential for a reason we do not know hides it."""
    begin, end = _hour(told, "bellen_vanaf"), _hour(told, "bellen_tot")
    if (begin is None) != (end is None) or (begin is not None and end <= begin):
        told.refuse("metadata.bellen_vanaf en bellen_tot horen bij elkaar, de eerste het vroegst.")
    is_foreign = "nummer_niet_tonen" not in told.words
    language = told.word("taal", LANGUAGE_LENGTH)
    return {
        "may_be_called": told.flag("mag_gebeld", otherwise=True),
        "voicemail_allowed": told.flag("voicemail"),
        "hide_municipality": told.flag("noem_gemeente_niet"),
        "hide_number": told.flag("nummer_niet_tonen")
        or (is_foreign and bool(told.contact["vertrouwelijk"])),
        "call_from": begin,
        "call_until": end,
        "language": language or language_name(told.contact["taal"]),
        "needs_interpreter": told.flag("tolk"),
    }


def _hour(told: Told, key: str) -> Any:
    """A time of day of ``metadata``."""
    word = told.word(key)
    return told.as_in_form(f"metadata.{key}", ClockField(), word) if word else None
