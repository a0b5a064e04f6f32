"""A line as another system writes it, with nothing of ours in it."""

CONTACT = "3f2b8c1e-5d47-4f0a-9a3e-2b7c6d5e4f10"
TASK = "7a1c2b3d-4e5f-4061-8273-94a5b6c7d8e9"
ANY = "00000000-0000-4000-8000-000000000001"


def foreign(**changes):
    """A line as another system writes it: nothing of ours in it."""
    line = {
        "klantcontact": {
            "uuid": CONTACT,
            "kanaal": "Telefoon",
            "onderwerp": "Wonen en huishouden",
            "inhoud": "Mevrouw vraagt naar de trap.",
            "taal": "tur",
            "vertrouwelijk": False,
            "plaatsgevondenOp": "2026-11-23T09:00:00+01:00",
        },
        "betrokkene": {
            "uuid": ANY,
            "rol": "klant",
            "initiator": True,
            "contactnaam": {
                "voorletters": "A.",
                "voorvoegselAchternaam": "de",
                "achternaam": "Vries",
            },
            "bezoekadres": {"postcode": "1315 AA", "huisnummer": 12},
        },
        "digitaleAdressen": [
            {"uuid": ANY, "adres": "0612345678", "soortDigitaalAdres": "telefoonnummer"}
        ],
        "internetaken": [
            {
                "uuid": TASK,
                "gevraagdeHandeling": "Contact opnemen met betrokkene",
                "toelichting": "Bel over de traplift.",
                "status": "te_verwerken",
                "toegewezenOp": "2026-11-23T08:05:00Z",
            }
        ],
    }
    for path, value in changes.items():
        spot = line
        *way, last = path.split("__")
        for step in way:
            spot = spot[int(step)] if step.isdigit() else spot.setdefault(step, {})
        if value is None and last != "betrokkene":
            spot.pop(last)
        else:
            spot[last] = value
    return line


DESK = {
    "klantcontact__hadBetrokkenActoren": [
        {
            "uuid": ANY,
            "naam": "KCC",
            "soortActor": "organisatorische_eenheid",
            "actoridentificator": {"objectId": "kcc"},
        }
    ]
}
