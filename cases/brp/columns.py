"""One line of an extract as a person, or everything that is wrong with it; never with a value.

What is read here follows the fields of the forms, so that a file and a screen ask the same.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError

from cases.brp.lines import FileRefused, Line
from cases.residents.birthdays import BirthDate, ImpossibleDateError
from cases.residents.forms.fields import HouseNumberField, PhoneField, PostcodeField
from cases.residents.forms.sealed import BsnField
from cases.residents.models import LANGUAGE_LENGTH, PART_LENGTH, PREFIX_LENGTH
from cases.residents.names import Gender, NameUse

NAME_PARTS = {
    "voornamen": ("given_names", PART_LENGTH),
    "voorvoegsel": ("prefix", PREFIX_LENGTH),
    "geslachtsnaam": ("family_name", PART_LENGTH),
    "voorvoegsel_partner": ("partner_prefix", PREFIX_LENGTH),
    "geslachtsnaam_partner": ("partner_name", PART_LENGTH),
}
REQUIRED = (
    "bsn",
    *NAME_PARTS,
    "naamgebruik",
    "geslacht",
    "geboortedatum",
    "postcode",
    "huisnummer",
    "toevoeging",
    "geheim",
    "overlijdensdatum",
    "vertrekdatum",
)
OPTIONAL = ("straat", "telefoon", "taal")
EIGHT_DIGITS = re.compile(r"^[0-9]{8}$", re.ASCII)
UNKNOWN_NAME = "."
FORMULA = ("=", "+", "-", "@")
BSN, PHONE = BsnField(required=False), PhoneField(required=False)
POSTCODE, HOUSE = PostcodeField(), HouseNumberField()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line: its number, the column and the reason, never what it said."""

    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        where = f", {self.column}" if self.column else ""
        return f"Regel {self.line}{where}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Person:
    """An inwoner as the BRP has them; ``address`` is postcode, house number and addition."""

    bsn: str
    names: dict[str, str]
    born: BirthDate | None
    address: tuple[str, int, str] | None
    is_secret: bool
    deceased_on: date | None
    moved_on: date | None
    phone: str
    language: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one line; ``bsn`` is there as soon as that column is right."""

    bsn: str
    person: Person | None
    faults: tuple[Fault, ...]


class Wrong(ValueError):
    """Why a cell is refused; the text is Dutch."""


def check_header(columns: Sequence[str]) -> None:
    """Every obliged column once, and none that we do not know: more than needed is not asked."""
    missing = [name for name in REQUIRED if name not in columns]
    strange = [name for name in columns if name not in REQUIRED + OPTIONAL]
    if missing:
        raise FileRefused(f"In de kop ontbreekt: {', '.join(missing)}.")
    if strange:
        raise FileRefused(f"De kop heeft {len(strange)} kolom(men) die hier niet horen.")
    if len(set(columns)) != len(columns):
        raise FileRefused("In de kop staat een kolom twee keer.")


def read_person(line: Line, columns: Sequence[str], *, today: date) -> Reading:
    """The person of a line, or every fault of it."""
    if line.fault:
        return Reading("", None, (Fault(line.number, "", line.fault),))
    if len(line.cells) != len(columns):
        reason = f"Er staan {len(line.cells)} velden, de kop heeft er {len(columns)}."
        return Reading("", None, (Fault(line.number, "", reason),))
    return _Reader(line.number, dict(zip(columns, line.cells, strict=True))).read(today)


class _Reader:
    """Reads the cells of one line and gathers what is wrong."""

    def __init__(self, number: int, cells: Mapping[str, str]) -> None:
        self.number, self.cells = number, cells
        self.faults: list[Fault] = []

    def read(self, today: date) -> Reading:
        """Everything, so that one report says all that must be mended."""
        bsn = self._cell("bsn", _bsn) or ""
        born = self._cell("geboortedatum", lambda text: _born(text, today))
        died = self._cell("overlijdensdatum", lambda text: _died(text, born, today))
        found: dict[str, Any] = {
            "names": self._names(),
            "address": self._address(),
            "is_secret": self._cell("geheim", _secrecy),
            "moved_on": self._cell("vertrekdatum", _day),
            "phone": self._cell("telefoon", PHONE.clean),
            "language": self._cell("taal", lambda text: _text(text, LANGUAGE_LENGTH)),
        }
        if self.faults:
            return Reading(bsn, None, tuple(self.faults))
        return Reading(bsn, Person(bsn=bsn, born=born, deceased_on=died, **found), ())

    def _cell(self, column: str, read: Callable[[str], Any]) -> Any:
        """What a cell means; None when it is wrong, and then the fault is kept."""
        try:
            return read(self.cells.get(column, ""))
        except (Wrong, ImpossibleDateError) as error:
            reason = str(error)
        except ValidationError as error:
            reason = " ".join(error.messages)
        self.faults.append(Fault(self.number, column, reason))
        return None

    def _names(self) -> dict[str, str]:
        """The parts of the name; of somebody with one name, that one is the family name."""
        names = {
            name: self._cell(column, partial(_text, most=most))
            for column, (name, most) in NAME_PARTS.items()
        }
        if names["family_name"] in ("", UNKNOWN_NAME):
            names |= {"family_name": names["given_names"], "given_names": ""}
        if names["family_name"] == "":
            self._add("geslachtsnaam", "Er is geen naam.")
        if names["partner_prefix"] and names["partner_name"] == "":
            self._add("geslachtsnaam_partner", "Bij een voorvoegsel hoort een naam.")
        names["name_use"] = self._cell("naamgebruik", lambda text: _code(text, NameUse, "E"))
        names["gender"] = self._cell("geslacht", lambda text: _code(text, Gender, "O"))
        return names

    def _address(self) -> tuple[str, int, str] | None:
        """Postcode, house number and addition together, or nothing at all."""
        number, addition = self.cells["huisnummer"], self.cells["toevoeging"]
        if not (self.cells["postcode"] or number or addition):
            return None
        postcode = self._cell("postcode", _postcode)
        house = self._cell("huisnummer", lambda text: HOUSE.clean(f"{text} {addition}"))
        return None if postcode is None or house is None else (postcode, *house)

    def _add(self, column: str, reason: str) -> None:
        self.faults.append(Fault(self.number, column, reason))


def _bsn(text: str) -> str:
    if not text:
        raise Wrong("Het BSN ontbreekt.")
    return str(BSN.clean(text))


def _text(text: str, most: int) -> str:
    """One kind of accent, one kind of space, no signs that cannot be seen and no formulas."""
    clean = " ".join(unicodedata.normalize("NFC", text).split())
    if any(unicodedata.category(sign).startswith("C") for sign in clean):
        raise Wrong("Er staat een teken in dat niet te zien is.")
    if clean.startswith(FORMULA):
        raise Wrong("Dit begint als een formule van een rekenblad.")
    if len(clean) > most:
        raise Wrong(f"Dit is langer dan {most} tekens.")
    return clean


def _code(text: str, known: type[NameUse] | type[Gender], empty: str) -> str:
    code = text.upper() or empty
    if code not in set(known):
        raise Wrong(f"Dit moet een van deze letters zijn: {', '.join(known)}.")
    return code


def _secrecy(text: str) -> bool:
    """Every code from 1 to 7 keeps the address from somebody, so here from everybody."""
    if text not in ("", *"01234567"):
        raise Wrong("Dit moet een code van 0 tot en met 7 zijn.")
    return text not in ("", "0")


def _postcode(text: str) -> str:
    if not text:
        raise Wrong("Bij een huisnummer hoort een postcode.")
    try:
        return POSTCODE.clean(text)
    except ValidationError:
        reason = "Dit is geen Nederlandse postcode. Laat het adres leeg bij een buitenlands adres."
        raise Wrong(reason) from None


def _born(text: str, today: date) -> BirthDate | None:
    if not text:
        return None
    born = _eight(text)
    born.refuse_unlikely(today)
    return born


def _day(text: str) -> date | None:
    """A whole day; a part that is unknown is not made up."""
    if not text:
        return None
    day = _eight(text).complete
    if day is None:
        raise Wrong("Deze dag is niet helemaal bekend. Leg dit met de hand vast.")
    return day


def _died(text: str, born: BirthDate | None, today: date) -> date | None:
    """Somebody dies after birth and not tomorrow."""
    day = _day(text)
    if day is not None and day > today:
        raise Wrong("Deze dag moet nog komen.")
    if day is not None and born and born.earliest and day < born.earliest:
        raise Wrong("Deze dag ligt voor de geboortedatum.")
    return day


def _eight(text: str) -> BirthDate:
    if not EIGHT_DIGITS.match(text):
        raise Wrong("Dit moeten acht cijfers zijn: JJJJMMDD, met 00 voor onbekend.")
    return BirthDate.read(text)
