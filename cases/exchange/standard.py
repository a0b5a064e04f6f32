"""What the standard allows: fields of a line, their kinds, lengths and choices, and languages.

Facts of the API Klantinteracties (Open Klant); docs/klantinteracties.md has them as a table, and a
test holds the two together. Nothing of ours is ever cut off to fit: a test compares our own
lengths with these.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

PIECE = 100
"""The longest value of ``metadata``; a longer one of ours goes in pieces: waarom, waarom_2."""
PHONE = r"(0[1-9][0-9]{8}|\+[0-9]{9,15}|00[0-9]{7,13})"
POSTCODE = r"[1-9][0-9]{3} [A-Z]{2}"
OPEN, DONE = "te_verwerken", "verwerkt"
EMPLOYEE, UNIT, PHONE_ADDRESS = "medewerker", "organisatorische_eenheid", "telefoonnummer"


class Kind(StrEnum):
    """What a value is."""

    TEXT = "tekst"
    UUID = "uuid"
    MOMENT = "datum en tijd"
    FLAG = "ja of nee"
    NUMBER = "getal"
    OBJECT = "object"
    LIST = "lijst"
    WORDS = "sleutels met tekst"


@dataclass(frozen=True)
class Field:
    """One field of the standard as far as we use it; ``most`` is a length, or a highest number."""

    kind: Kind
    most: int = 0
    required: bool = False
    nullable: bool = False
    choices: tuple[str, ...] = ()
    pattern: str = ""
    shape: str = ""


def text(most: int, *, required: bool = False, choices: tuple[str, ...] = ()) -> Field:
    """A field with words of at most ``most`` characters."""
    return Field(Kind.TEXT, most, required=required, choices=choices)


def inside(shape: str, *, required: bool = False) -> Field:
    """A field that holds another object, or nothing."""
    return Field(Kind.OBJECT, required=required, nullable=True, shape=shape)


ID = Field(Kind.UUID, required=True)
SHAPES: Mapping[str, Mapping[str, Field]] = {
    "regel": {
        "klantcontact": Field(Kind.OBJECT, required=True, shape="klantcontact"),
        "betrokkene": inside("betrokkene"),
        "digitaleAdressen": Field(Kind.LIST, shape="digitaalAdres"),
        "internetaken": Field(Kind.LIST, most=1, shape="internetaak"),
    },
    "klantcontact": {
        "uuid": ID,
        "kanaal": text(50, required=True),
        "onderwerp": text(200, required=True),
        "inhoud": text(1000),
        "reactie": text(4000),
        "indicatieContactGelukt": Field(Kind.FLAG, nullable=True),
        "taal": text(3, required=True),
        "vertrouwelijk": Field(Kind.FLAG, required=True),
        "plaatsgevondenOp": Field(Kind.MOMENT, required=True),
        "hadBetrokkenActoren": Field(Kind.LIST, shape="actor"),
        "metadata": Field(Kind.WORDS, PIECE),
    },
    "betrokkene": {
        "uuid": ID,
        "rol": text(17, required=True, choices=("klant", "vertegenwoordiger")),
        "initiator": Field(Kind.FLAG, required=True),
        "contactnaam": inside("contactnaam"),
        "organisatienaam": text(200),
        "bezoekadres": inside("bezoekadres"),
    },
    "contactnaam": {
        "voorletters": text(10),
        "voornaam": text(200),
        "voorvoegselAchternaam": text(10),
        "achternaam": text(200),
    },
    "bezoekadres": {
        "huisnummer": Field(Kind.NUMBER, 99999, nullable=True),
        "huisnummertoevoeging": text(20),
        "postcode": Field(Kind.TEXT, 7, pattern=POSTCODE),
    },
    "digitaalAdres": {
        "uuid": ID,
        "adres": text(80, required=True),
        "soortDigitaalAdres": text(14, required=True, choices=("email", PHONE_ADDRESS, "overig")),
        "omschrijving": text(40),
    },
    "internetaak": {
        "uuid": ID,
        "gevraagdeHandeling": text(200, required=True),
        "toelichting": text(1000),
        "status": text(12, required=True, choices=(OPEN, DONE)),
        "toegewezenOp": Field(Kind.MOMENT),
        "afgehandeldOp": Field(Kind.MOMENT, nullable=True),
        "toegewezenAanActoren": Field(Kind.LIST, shape="actor"),
    },
    "actor": {
        "uuid": ID,
        "naam": text(200),
        "soortActor": text(24, choices=(EMPLOYEE, "geautomatiseerde_actor", UNIT)),
        "actoridentificator": inside("actoridentificator"),
    },
    "actoridentificator": {
        "objectId": text(200),
        "codeObjecttype": text(200),
        "codeRegister": text(200),
        "codeSoortObjectId": text(200),
    },
}

DUTCH = "nld"
UNKNOWN_LANGUAGE = "und"
LANGUAGES: Mapping[str, tuple[str, ...]] = {
    DUTCH: ("nederlands",),
    "alb": ("albanees",),
    "amh": ("amhaars",),
    "ara": ("arabisch", "marokkaans", "syrisch"),
    "ber": ("berbers", "tamazight", "tarifit", "riffijns"),
    "bul": ("bulgaars",),
    "chi": ("chinees", "mandarijn", "kantonees"),
    "cze": ("tsjechisch",),
    "eng": ("engels",),
    "fre": ("frans",),
    "ger": ("duits",),
    "gre": ("grieks",),
    "hin": ("hindi",),
    "hrv": ("kroatisch",),
    "hun": ("hongaars",),
    "ind": ("indonesisch",),
    "ita": ("italiaans",),
    "kur": ("koerdisch", "sorani", "kurmanji"),
    "pap": ("papiaments", "papiamento"),
    "per": ("perzisch", "farsi", "dari"),
    "pol": ("pools",),
    "por": ("portugees",),
    "pus": ("pasjtoe",),
    "rum": ("roemeens",),
    "rus": ("russisch",),
    "sgn": ("nederlandse gebarentaal", "gebarentaal", "ngt"),
    "slo": ("slowaaks",),
    "som": ("somalisch",),
    "spa": ("spaans",),
    "srn": ("sranan", "sranantongo"),
    "srp": ("servisch",),
    "tha": ("thais",),
    "tir": ("tigrinya",),
    "tur": ("turks",),
    "twi": ("twi",),
    "ukr": ("oekraïens", "oekraiens"),
    "urd": ("urdu",),
    "vie": ("vietnamees",),
}
"""ISO 639-2/B with the names people type; Dutch is "nld", as the standard's own example has it."""
_CODES = {name: code for code, names in LANGUAGES.items() for name in names}


def language_code(language: str) -> str:
    """The three letters of a language as it was typed; "und" for one we do not know."""
    typed = language.strip().casefold()
    if not typed or typed == "dut":
        return DUTCH
    return _CODES.get(typed) or (typed if typed in LANGUAGES else UNKNOWN_LANGUAGE)


def language_name(code: str) -> str:
    """The language as it is kept; empty for Dutch and for a language nobody named."""
    if code in (DUTCH, "dut", UNKNOWN_LANGUAGE):
        return ""
    return LANGUAGES[code][0].capitalize() if code in LANGUAGES else code
