"""What the tests of consents start from."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest

from cases.models import DataCategory, Party, RecipientKind, Resident, SharingGround
from cases.residents.birthdays import BirthDate
from cases.residents.models import birth_parts
from cases.residents.services import ConsentFacts, give_consent, withdraw_consent
from common.reference import sync

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
FACTS = ConsentFacts(
    recipient_kind="huisarts",
    recipient="Praktijk Haven",
    categories=("contactgegevens", "hulpvraag"),
    ground="uitdrukkelijk",
    given_on=TODAY,
    valid_from=TODAY,
    way="oral",
)


@pytest.fixture
def lists():
    for model in (RecipientKind, DataCategory, SharingGround):
        sync(model)


@pytest.fixture
def give(cast, resident):
    def given(facts=FACTS, **changes):
        told = {"resident_id": resident.pk, "submission_key": uuid.uuid4(), "by": cast.team_worker}
        own = {name: changes.pop(name) for name in ("submission_key", "by") if name in changes}
        return give_consent(**told | own, facts=replace(facts, **changes))

    return given


@pytest.fixture
def withdraw(cast):
    def withdrawn(consent, **own):
        told = {"withdrawn_on": TODAY, "withdrawn_by": "resident", "by": cast.team_worker}
        return withdraw_consent(consent_id=consent.pk, **told | own)

    return withdrawn


def at_age(brp):
    Resident.objects.update(**birth_parts(BirthDate.read(brp) if brp else None))


def represent(resident, role, **own):
    facts = {"kind": "representative", "name": "V. Tegen", "valid_from": date(2026, 1, 1)}
    return Party.objects.create(resident=resident, role=role, **facts | own)
