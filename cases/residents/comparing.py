"""Two cards field by field: what they say, what differs, and what stays without a choice.

Pure: nothing is read or written here. What keeps somebody safe stays as strict as the stricter of
the two cards says, unless the employee chooses otherwise; a secret address always stays (SV-3).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from cases.residents.models import GENDERS, Resident

WINNER, LOSER = "winner", "loser"
AT_THE_CALLBACK = "Verborgen, staat bij het terugbelverzoek"
EMPTY = "leeg"
ADDRESS = ("postcode", "house_number", "house_suffix")
Columns = dict[str, Any]


def _yes(name: str) -> Callable[[Resident], str]:
    return lambda who: "ja" if getattr(who, name) else "nee"


def _day(name: str) -> Callable[[Resident], str]:
    return lambda who: f"{day:%d-%m-%Y}" if (day := getattr(who, name)) else EMPTY


def _number(name: str) -> Callable[[Resident], str]:
    """A number or address that may not be seen before the card is read."""
    return lambda who: (
        AT_THE_CALLBACK if who.must_be_read_first and getattr(who, name) else _text(name)(who)
    )


def _text(name: str) -> Callable[[Resident], str]:
    return lambda who: str(getattr(who, name) or EMPTY)


def _name(who: Resident) -> str:
    full = who.names.full_name if who.names.are_known else str(who)
    return full if who.names.are_known or who.is_anonymous else f"{full} (zoals verteld)"


def _hours(who: Resident) -> str:
    return f"{who.call_from:%H:%M} tot {who.call_until:%H:%M}" if who.call_from else "altijd"


@dataclass(frozen=True)
class Part:
    """What is chosen as one: its columns, how it reads, and which value is the strict one."""

    name: str
    label: str
    columns: tuple[str, ...]
    said: Callable[[Resident], str]
    strict: bool | None = None

    def of(self, who: Resident) -> Columns:
        """The columns of this part."""
        return {column: getattr(who, column) for column in self.columns}

    def is_empty(self, who: Resident) -> bool:
        """Whether nothing was filled in."""
        return self.of(who) == {column: NOTHING[column] for column in self.columns}


NAMES = ("given_names", "prefix", "family_name", "partner_prefix", "partner_name", "name_use")
BIRTH = ("birth_year", "birth_month", "birth_day", "birth_date")
PARTS = (
    Part("name", "Naam", ("name", "is_anonymous", "search_key", "sound_key", *NAMES), _name),
    Part("gender", "Aanhef", ("gender",), lambda who: dict(GENDERS)[who.gender]),
    Part("form_of_address", "Aangesproken als", ("form_of_address",), _text("form_of_address")),
    Part("born", "Geboren", BIRTH, lambda who: str(who.born) if who.born else EMPTY),
    Part("phone", "Telefoonnummer", ("phone",), _number("phone")),
    Part("other_phone", "Ander telefoonnummer", ("other_phone",), _number("other_phone")),
    Part("email", "E-mailadres", ("email",), _number("email")),
    Part("address", "Adres", ADDRESS, lambda who: who.address_line or EMPTY),
    Part("deceased_on", "Overleden op", ("deceased_on",), _day("deceased_on")),
    Part("moved_on", "Verhuisd uit de gemeente op", ("moved_on",), _day("moved_on")),
    Part("may_be_called", "Mag gebeld worden", ("may_be_called",), _yes("may_be_called"), False),
    Part("voicemail", "Voicemail mag", ("voicemail_allowed",), _yes("voicemail_allowed"), False),
    Part(
        "municipality",
        "Noem de gemeente niet",
        ("hide_municipality",),
        _yes("hide_municipality"),
        True,
    ),
    Part("number", "Nummer niet in lijsten", ("hide_number",), _yes("hide_number"), True),
    Part("hours", "Alleen bellen", ("call_from", "call_until"), _hours),
    Part("language", "Taal", ("language",), _text("language")),
    Part("interpreter", "Tolk nodig", ("needs_interpreter",), _yes("needs_interpreter"), True),
)
COLUMNS = (*(column for part in PARTS for column in part.columns), "address_secret")


def all_columns(who: Resident) -> Columns:
    """Everything a merge can change on a card."""
    return {column: getattr(who, column) for column in COLUMNS}


NOTHING: Columns = all_columns(Resident()) | {"is_anonymous": True}
"""A card of which nothing is left."""


@dataclass(frozen=True)
class Difference:
    """A part on which the two cards do not agree."""

    part: Part
    winner: str
    loser: str
    default: str


def agreed(winner: Resident, loser: Resident) -> list[tuple[str, str]]:
    """What both say alike and is filled in: label and text, shown once."""
    return [
        (part.label, part.said(winner))
        for part in _parts(winner, loser)
        if part.of(winner) == part.of(loser) and not part.is_empty(winner)
    ]


def differences(winner: Resident, loser: Resident) -> list[Difference]:
    """What must be chosen, with the choice that is on when the page opens."""
    return [
        Difference(part, part.said(winner), part.said(loser), default_of(part, winner, loser))
        for part in _parts(winner, loser)
        if part.of(winner) != part.of(loser)
    ]


def default_of(part: Part, winner: Resident, loser: Resident) -> str:
    """The strict one, else the filled one, else that of the card that was made last."""
    if part.strict is not None:
        return WINNER if getattr(winner, part.columns[0]) is part.strict else LOSER
    if part.is_empty(winner) or part.is_empty(loser):
        return LOSER if part.is_empty(winner) else WINNER
    return LOSER if loser.created_at > winner.created_at else WINNER


def merged_columns(winner: Resident, loser: Resident, picks: Mapping[str, str]) -> Columns:
    """The card that stays, by what was chosen; a secret address leaves no open one (INW-3)."""
    columns: Columns = {}
    for part in PARTS:
        side = picks.get(part.name) or default_of(part, winner, loser)
        columns |= part.of(loser if side == LOSER else winner)
    columns["address_secret"] = winner.address_secret or loser.address_secret
    if columns["address_secret"]:
        columns |= {column: NOTHING[column] for column in ADDRESS}
    return columns


def _parts(winner: Resident, loser: Resident) -> list[Part]:
    """What there is to compare: no address when one of them is secret."""
    secret = winner.address_secret or loser.address_secret
    return [part for part in PARTS if not (secret and part.name == "address")]
