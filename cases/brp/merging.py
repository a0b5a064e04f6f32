"""What a resident becomes by a line of an extract: the file decides some columns and fills others.

Pure but for one question: what was asked before about calling a number safely (INW-4).
"""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import Any

from cases.brp.columns import Person
from cases.residents.models import (
    NAME_LENGTH,
    HiddenAddress,
    Resident,
    SecretAddress,
    SecretGround,
    birth_parts,
)
from cases.residents.models.sealed import CannotOpenError
from cases.residents.names import Names
from cases.residents.sounds import name_columns

STRICTER = {"may_be_called": False, "hide_municipality": True, "hide_number": True}
HOURS = ("call_from", "call_until")
NO_ADDRESS: dict[str, Any] = {"postcode": "", "house_number": None, "house_suffix": ""}
Card = dict[str, Any]


@dataclass(frozen=True)
class Known:
    """A resident as they are kept, with what is kept closed."""

    resident: Resident
    closed: SecretAddress | None


@dataclass(frozen=True)
class Wanted:
    """The columns as they must become, and the secret address when that must be written anew."""

    columns: dict[str, Any]
    hidden: HiddenAddress | None = None


def new_resident(person: Person, card: Card) -> Resident:
    """The row of somebody who was not known; their secret address is not in it. Not saved."""
    return Resident(**wanted_of(Known(Resident(), None), person, card).columns)


def wanted_of(known: Known, person: Person, card: Card) -> Wanted:
    """What a line makes of a resident; the same line a second time makes the same.

    A name is one whole and is replaced as one. An empty date of birth or address, or one of
    zeroes, leaves what is there. Phone and language only fill what is empty. Secrecy is never
    lifted here, because a team may know of a danger that the BRP does not know of.
    """
    resident = known.resident
    names = Names(**person.names, form_of_address=resident.form_of_address)
    name = names.fitting(NAME_LENGTH)
    columns = {**person.names, "name": name, "is_anonymous": False, **name_columns(name)}
    if person.born and (person.born.year or resident.birth_year is None):
        columns |= birth_parts(person.born)
    columns["deceased_on"] = person.deceased_on or resident.deceased_on
    columns["moved_on"] = person.moved_on
    columns["language"] = resident.language or person.language
    if person.phone and not resident.phone:
        columns |= {"phone": person.phone, **_stricter(resident, card)}
    if person.is_secret or resident.address_secret:
        columns |= {"address_secret": True, **NO_ADDRESS}
        return Wanted(columns, _hidden(known, person))
    if person.address:
        columns |= dict(zip(NO_ADDRESS, person.address, strict=True))
    return Wanted(columns)


def strictest_cards(people: Sequence[Person]) -> dict[str, Card]:
    """Per number in this batch what somebody with that number asked before (INW-4)."""
    phones = {person.phone for person in people if person.phone}
    if not phones:
        return {}
    rows = Resident.objects.filter(phone__in=phones).order_by("pk")
    cards: dict[str, Card] = {}
    for row in rows.values("phone", *STRICTER, *HOURS):
        card = cards.setdefault(row["phone"], {})
        card |= {name: value for name, value in STRICTER.items() if row[name] is value}
        if row["call_from"] is not None:
            card |= {name: row[name] for name in HOURS}
    return cards


def _stricter(resident: Resident, card: Card) -> Card:
    """What the number asks, without loosening what the resident asks."""
    own_hours = resident.call_from is not None
    return {name: value for name, value in card.items() if not (own_hours and name in HOURS)}


def _hidden(known: Known, person: Person) -> HiddenAddress | None:
    """The secret address as it must be written; None when it is right as it is, or unknown."""
    kept = _opened(known.closed)
    ground = kept.ground if kept else SecretGround.BRP.value
    resident = known.resident
    open_one = (resident.postcode, resident.house_number, resident.house_suffix)
    address = person.address or (None if kept or not resident.postcode else open_one)
    wanted = HiddenAddress(*address, ground) if address else None
    return None if wanted is None or (kept and astuple(kept) == astuple(wanted)) else wanted


def _opened(closed: SecretAddress | None) -> HiddenAddress | None:
    """The address that is kept; one that does not open is as good as none, and is written anew."""
    if closed is None:
        return None
    try:
        return closed.address
    except CannotOpenError:
        return None
