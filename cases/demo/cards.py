"""The cards of the demo city: names of the BRP, made-up BSNs, a secret address, people around."""

import uuid
from collections.abc import Iterator
from random import Random

from cases.callbacks.models import CallbackRequest
from cases.demo.marks import demo_key
from cases.residents import services
from cases.residents.models import HiddenAddress, Resident
from cases.residents.names import Gender, Names
from cases.residents.recognition import PREFIXES
from cases.residents.services import CARD_FIELDS, Particulars, PartyFacts, SafeContact
from clusters.models import Role, User
from common.deadlines import local_day

MOST = 24
SECRET_EVERY, PARTNER_EVERY = 8, 3
FIRST_BSN = 999_990_000
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
ELEVEN = 11


def fill_cards(*, rng: Random) -> None:
    """Let workers of the wijkteams keep what they learned of whom they are calling."""
    open_now = CallbackRequest.objects.filter(closed_at__isnull=True, resident__is_anonymous=False)
    rows = open_now.filter(handler__memberships__role=Role.TEAM_WORKER).order_by("pk").distinct()
    numbers = _made_up_numbers()
    for count, row in enumerate(rows.select_related("resident", "handler")[:MOST]):
        if row.handler is not None and row.handler.acting_role == Role.TEAM_WORKER:
            _fill(row.resident, row.handler, rng)
            services.change_bsn(resident_id=row.resident_id, bsn=next(numbers), by=row.handler)
            if count % SECRET_EVERY == 1:
                address = HiddenAddress("1315AA", 1 + count, "", "danger")
                services.seal_address(resident_id=row.resident_id, address=address, by=row.handler)
            if count % PARTNER_EVERY == 0:
                _add_people(row, row.handler, rng)


def _fill(resident: Resident, by: User, rng: Random) -> None:
    """The name in parts; the rest of the card stays as it was told."""
    names = Names(**_parts(resident.name), gender=rng.choice(list(Gender)))
    services.change_resident(
        resident_id=resident.pk,
        version=resident.version,
        names=names,
        particulars=Particulars(
            told=resident.name,
            born=resident.born,
            phone=resident.phone,
            postcode=resident.postcode,
            house_number=resident.house_number,
            house_suffix=resident.house_suffix,
        ),
        card=SafeContact(**{name: getattr(resident, name) for name in CARD_FIELDS}),
        by=by,
    )


def _parts(name: str) -> dict[str, str]:
    """ "Anja van den Berg" as given name, voorvoegsel and geslachtsnaam."""
    given, *rest = name.split()
    size = next((n for n, word in enumerate(rest) if word not in PREFIXES), 0)
    family = " ".join(rest[size:])
    if not family:
        return {"family_name": given}
    return {"given_names": given, "prefix": " ".join(rest[:size]), "family_name": family}


def _add_people(row: CallbackRequest, by: User, rng: Random) -> None:
    """A partner, and somebody who helps."""
    since = local_day(row.registered_at)
    last = row.resident.name.split()[-1]
    facts = (
        PartyFacts("household", "partner", f"{rng.choice('ABCDEFGH')}. {last}", since),
        PartyFacts(
            "network",
            "carer",
            f"{rng.choice('JKLMNPRS')}. {last}",
            since,
            relation=rng.choice(("zus", "buurvrouw", "zoon")),
            can_do="Doet boodschappen en gaat mee naar afspraken.",
        ),
    )
    for each in facts:
        key = uuid.uuid5(demo_key(row.pk), each.role)
        services.create_party(resident_id=row.resident_id, submission_key=key, facts=each, by=by)


def _made_up_numbers() -> Iterator[str]:
    """BSNs that pass the 11-test, of a range that is kept for tests."""
    for number in range(FIRST_BSN, FIRST_BSN + 10_000):
        digits = f"{number:09d}"
        products = (int(each) * weight for each, weight in zip(digits, WEIGHTS, strict=True))
        if sum(products) % ELEVEN == 0:
            yield digits
