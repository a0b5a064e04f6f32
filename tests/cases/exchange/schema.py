"""The part of the published document of the API Klantinteracties that a line must answer to.

Written by hand after the OpenAPI document of Open Klant (component klantinteracties): the objects
Klantcontact, Betrokkene, DigitaalAdres, InterneTaak and Actor as an answer of the API gives them,
with their required fields, lengths, choices and patterns.
"""

from typing import Any

UUID = {
    "type": "string",
    "format": "uuid",
    "pattern": "^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$",
}
URL = {"type": "string", "format": "uri", "minLength": 1, "maxLength": 1000}
MOMENT = {
    "type": "string",
    "format": "date-time",
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$",
}
PHONE = r"^(0[1-9][0-9]{8}|\+[0-9]{9,15}|00[0-9]{7,13})$"


def text(most: int, **more: Any) -> dict[str, Any]:
    return {"type": "string", "maxLength": most, **more}


def items(name: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}


def maybe(name: str) -> dict[str, Any]:
    return {"anyOf": [{"type": "null"}, {"$ref": f"#/$defs/{name}"}]}


def an_object(required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required.split()}


FOREIGN_KEY = an_object("uuid url", uuid=UUID, url=URL)
BOOL = {"type": "boolean"}

KLANTCONTACT = an_object(
    "gingOverOnderwerpobjecten hadBetrokkenActoren hadBetrokkenen kanaal leiddeTotInterneTaken"
    " omvatteBijlagen onderwerp taal url uuid vertrouwelijk",
    uuid=UUID,
    url=URL,
    gingOverOnderwerpobjecten=items("verwijzing"),
    hadBetrokkenActoren=items("actor"),
    omvatteBijlagen=items("verwijzing"),
    hadBetrokkenen=items("verwijzing"),
    leiddeTotInterneTaken=items("verwijzing"),
    nummer=text(10),
    kanaal=text(50),
    onderwerp=text(200, minLength=1),
    inhoud=text(1000),
    reactie=text(4000),
    indicatieContactGelukt={"type": ["boolean", "null"]},
    taal=text(3, minLength=3),
    vertrouwelijk=BOOL,
    plaatsgevondenOp=MOMENT,
    metadata={"type": "object", "additionalProperties": text(100)},
)
BETROKKENE = an_object(
    "digitaleAdressen hadKlantcontact initiator rol url uuid volledigeNaam",
    uuid=UUID,
    url=URL,
    wasPartij=maybe("verwijzing"),
    hadKlantcontact={"$ref": "#/$defs/verwijzing"},
    digitaleAdressen=items("verwijzing"),
    bezoekadres=maybe("bezoekadres"),
    contactnaam=maybe("contactnaam"),
    volledigeNaam={"type": "string"},
    rol={"enum": ["vertegenwoordiger", "klant"]},
    organisatienaam=text(200),
    initiator=BOOL,
)
CONTACTNAAM = an_object(
    "",
    voorletters=text(10),
    voornaam=text(200),
    voorvoegselAchternaam=text(10),
    achternaam=text(200),
)
BEZOEKADRES = an_object(
    "",
    nummeraanduidingId=text(16, pattern="^[0-9]{16}$"),
    straatnaam=text(255),
    huisnummer={"type": ["integer", "null"], "minimum": 1, "maximum": 99999},
    huisnummertoevoeging=text(20),
    postcode=text(7, pattern="^[1-9][0-9]{3} [A-Z]{2}$"),
    stad=text(255),
    land=text(2, minLength=2),
)
DIGITAAL_ADRES = {
    **an_object(
        "adres soortDigitaalAdres url uuid",
        uuid=UUID,
        url=URL,
        verstrektDoorBetrokkene=maybe("verwijzing"),
        verstrektDoorPartij=maybe("verwijzing"),
        adres=text(80),
        soortDigitaalAdres={"enum": ["email", "telefoonnummer", "overig"]},
        isStandaardAdres=BOOL,
        omschrijving=text(40),
        referentie=text(50, pattern="^[-a-zA-Z0-9_]+$"),
    ),
    "if": {"properties": {"soortDigitaalAdres": {"const": "telefoonnummer"}}},
    "then": {"properties": {"adres": {"pattern": PHONE}}},
}
INTERNETAAK = an_object(
    "aanleidinggevendKlantcontact gevraagdeHandeling status toegewezenOp url uuid",
    uuid=UUID,
    url=URL,
    nummer=text(10),
    gevraagdeHandeling=text(200),
    aanleidinggevendKlantcontact={"$ref": "#/$defs/verwijzing"},
    toegewezenAanActoren={
        "type": "array",
        "items": {"allOf": [{"$ref": "#/$defs/verwijzing"}, {"$ref": "#/$defs/actor"}]},
    },
    toelichting=text(1000),
    status={"enum": ["te_verwerken", "verwerkt"]},
    toegewezenOp=MOMENT,
    afgehandeldOp={"anyOf": [{"type": "null"}, MOMENT]},
)
ACTOR = an_object(
    "naam soortActor url uuid",
    uuid=UUID,
    url=URL,
    naam=text(200),
    soortActor={"enum": ["medewerker", "geautomatiseerde_actor", "organisatorische_eenheid"]},
    indicatieActief=BOOL,
    actoridentificator=maybe("actoridentificator"),
)
ACTORIDENTIFICATOR = an_object(
    "",
    objectId=text(200),
    codeObjecttype=text(200),
    codeRegister=text(200),
    codeSoortObjectId=text(200),
)
LINE: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        "klantcontact": {"$ref": "#/$defs/klantcontact"},
        "betrokkene": maybe("betrokkene"),
        "digitaleAdressen": items("digitaalAdres"),
        "internetaken": items("internetaak"),
    },
    "required": ["klantcontact", "betrokkene", "digitaleAdressen", "internetaken"],
    "additionalProperties": False,
    "$defs": {
        "verwijzing": FOREIGN_KEY,
        "klantcontact": KLANTCONTACT,
        "betrokkene": BETROKKENE,
        "contactnaam": CONTACTNAAM,
        "bezoekadres": BEZOEKADRES,
        "digitaalAdres": DIGITAAL_ADRES,
        "internetaak": INTERNETAAK,
        "actor": ACTOR,
        "actoridentificator": ACTORIDENTIFICATOR,
    },
}
