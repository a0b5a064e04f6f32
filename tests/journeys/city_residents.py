"""The residents of the test city: names of the BRP, what is closed, a long one and a bare one."""

import uuid
from dataclasses import replace
from datetime import date

from cases.models import CallbackRequest
from cases.residents import services
from cases.residents.birthdays import BirthDate
from cases.residents.models import HiddenAddress
from cases.residents.names import Names
from cases.residents.services import (
    ConsentFacts,
    Particulars,
    PartyFacts,
    ProfessionalFacts,
    SafeContact,
)
from tests.journeys.city import City

BSN, OTHER_BSN = "999990019", "111222333"
SECRET = ("1398QX", 48317, "QXBIS")
"""Found nowhere else, so that a search for it means something."""
BERG = Names(
    given_names="Anja Cornelia",
    prefix="van den",
    family_name="Berg",
    partner_prefix="de",
    partner_name="Wit",
    name_use="V",
    gender="V",
)
LONG = Names(
    given_names="Wilhelmina" * 20,
    family_name="Öztürk" * 33,
    partner_name="Donaudampfschiff" * 12,
    name_use="N",
    gender="O",
)


def furnish(city: City) -> None:
    """Fill the cards of people whose requests are on the handler's desk."""
    for about in ("claimed", "stuck", "paused", "waiting", "long"):
        city.things[f"resident-{about}"] = city.callbacks[about].resident_id
    particulars = Particulars(
        born=BirthDate(1950, 3), phone="+31612340001", postcode="1363AB", house_number=14
    )
    _change(city, "claimed", BERG, particulars, SafeContact(language="Turks"))
    at_home = replace(particulars, born=BirthDate(1921), postcode="", house_number=None)
    _change(city, "stuck", LONG, at_home, SafeContact(needs_interpreter=True, language="Tigrinya"))
    by = city.people["handler"]
    for about, bsn in (("claimed", BSN), ("stuck", OTHER_BSN)):
        services.change_bsn(resident_id=_resident(city, about), bsn=bsn, by=by)
    _people(city)
    _consents(city)
    address = HiddenAddress(*SECRET, "danger")
    services.seal_address(resident_id=_resident(city, "stuck"), address=address, by=by)


def _people(city: City) -> None:
    """Somebody of every kind around the first resident, one of them long gone."""
    since = date(2024, 5, 1)
    facts = (
        PartyFacts("household", "partner", "Willem de Wit", since, birth_year=1949),
        PartyFacts("household", "child", "Sanne de Wit", since, birth_year=2014),
        PartyFacts("household", "housemate", "T. Oud", date(2019, 1, 1), date(2020, 6, 30)),
        PartyFacts(
            "representative",
            "administrator",
            "M. Zuinig",
            since,
            phone="+31365390001",
            organisation="Bewindkantoor Haven",
        ),
        PartyFacts(
            "network",
            "carer",
            "Fenna Bakker",
            since,
            relation="zus",
            phone="+31612340777",
            can_do="Doet op dinsdag boodschappen en gaat mee naar afspraken.",
        ),
    )
    for each in facts:
        party = services.create_party(
            resident_id=_resident(city, "claimed"),
            submission_key=uuid.uuid4(),
            facts=each,
            by=city.people["handler"],
        )
    city.things["party-carer"] = party.pk


def _consents(city: City) -> None:
    """One that runs, one of long ago, and one that was taken back."""
    since, by = date(2026, 3, 2), city.people["handler"]
    doctor = ConsentFacts(
        recipient_kind="huisarts",
        recipient="Huisartsenpraktijk Haven",
        categories=("contactgegevens", "hulpvraag", "gezondheid"),
        ground="uitdrukkelijk",
        given_on=since,
        valid_from=since,
        way="written",
    )
    old = replace(doctor, recipient="Praktijk Kade", valid_until=since, is_history=True)
    law = replace(doctor, ground="meldcode", given_by="nobody", way="", why="Gevaar voor een kind.")
    numbers = [
        services.give_consent(
            resident_id=_resident(city, "claimed"), submission_key=uuid.uuid4(), facts=each, by=by
        ).pk
        for each in (doctor, replace(doctor, recipient="Praktijk Duin"), old, law)
    ]
    services.withdraw_consent(
        consent_id=numbers[1],
        withdrawn_on=since,
        withdrawn_by="resident",
        reason="Wil niet.",
        by=by,
    )
    helper = ProfessionalFacts(
        kind="huisarts",
        name="D. Okter",
        valid_from=since,
        organisation="Huisartsenpraktijk Haven",
        phone="+31365390002",
        email="praktijk@voorbeeld.nl",
        consent_id=numbers[0],
    )
    nurse = replace(helper, kind="wijkverpleegkundige", name="V. Erpleger", consent_id=None)
    for each in (helper, nurse):
        city.things["professional"] = [
            _resident(city, "claimed"),
            services.create_professional(
                resident_id=_resident(city, "claimed"),
                submission_key=uuid.uuid4(),
                facts=each,
                by=by,
            ).pk,
        ]
    city.things["consent"] = [_resident(city, "claimed"), numbers[0]]


def _resident(city: City, about: str) -> int:
    return int(city.things[f"resident-{about}"])


def _change(
    city: City, about: str, names: Names, particulars: Particulars, card: SafeContact
) -> None:
    number = _resident(city, about)
    version = CallbackRequest.objects.get(pk=city.callbacks[about].pk).resident.version
    services.change_resident(
        resident_id=number,
        version=version,
        names=names,
        particulars=particulars,
        card=card,
        by=city.people["handler"],
    )
