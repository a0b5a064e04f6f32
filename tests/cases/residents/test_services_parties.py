"""Household, representatives and network: what is kept, who signs, and what the law forbids."""

import uuid
from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from audit.models import AuditEvent
from cases.models import Party, Resident
from cases.residents.birthdays import BirthDate
from cases.residents.models import birth_parts
from cases.residents.services import PartyFacts, change_party, create_party, remove_party
from cases.residents.signing import who_signs
from common.errors import RuleViolation

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
SINCE = date(2026, 1, 1)
NEIGHBOUR = PartyFacts(
    kind="network",
    role="acquaintance",
    name="B. Buurman",
    relation="buurman",
    phone="+31612349999",
    can_do="Doet boodschappen.",
    valid_from=SINCE,
)
MOTHER = PartyFacts("representative", "parent_guardian", "M. Moeder", SINCE)


@pytest.fixture
def add(cast, resident):
    def added(facts=NEIGHBOUR, **own):
        told = {"resident_id": resident.pk, "submission_key": uuid.uuid4(), "facts": facts}
        return create_party(**told | {"by": cast.team_worker} | own)

    return added


def at_age(brp):
    Resident.objects.update(**birth_parts(BirthDate.read(brp)))


# --- who signs


@pytest.mark.parametrize(
    ("ages", "roles", "lines"),
    [
        ((11, 11), ["parent_guardian"], ["Jonger dan twaalf: een ouder of voogd tekent."]),
        (
            (0, 0),
            [],
            ["Jonger dan twaalf: een ouder of voogd (nog niet vastgelegd) tekent."],
        ),
        (
            (12, 12),
            ["guardian"],
            ["Twaalf tot zestien: de inwoner tekent, en een ouder of voogd ook."],
        ),
        (
            (15, 16),
            ["guardian"],
            ["Twaalf tot zestien: de inwoner tekent, en een ouder of voogd ook."],
        ),
        ((16, 16), [], ["De inwoner tekent zelf."]),
        ((105, 105), [], ["De inwoner tekent zelf."]),
        (
            (40, 40),
            ["mentor", "administrator", "proxy"],
            [
                "De inwoner tekent zelf.",
                "Over zorg en persoonlijke zaken beslist de mentor.",
                "Over geld beslist de bewindvoerder.",
                "De gemachtigde mag tekenen, zover de machtiging gaat.",
            ],
        ),
        (
            None,
            [],
            ["De leeftijd is onbekend: vraag die, of vraag wie er met de inwoner tekent."],
        ),
    ],
)
def test_who_signs_follows_from_age_and_representative(ages, roles, lines):
    assert who_signs(ages, roles) == lines


@pytest.mark.parametrize(
    ("brp", "may"),
    [("20150000", True), ("20081124", True), ("20081123", False), ("19500000", False)],
)
def test_a_parent_represents_a_minor_only(add, resident, brp, may):
    at_age(brp)
    if may:
        assert add(MOTHER).pk
        return
    with pytest.raises(RuleViolation, match="achttien of ouder") as refused:
        add(MOTHER)
    assert refused.value.field == "role"


def test_a_parent_of_an_age_nobody_knows_is_fine_and_so_is_one_of_long_ago(add, resident):
    at_age("00000000")
    assert add(MOTHER).pk
    at_age("20000101")
    assert add(replace(MOTHER, valid_from=date(2010, 1, 1), valid_until=date(2017, 12, 31))).pk


# --- keeping


def test_somebody_is_written_down_once_with_a_line(add, resident):
    key = uuid.uuid4()

    party = add(submission_key=key)

    assert add(submission_key=key) == party
    assert {name: getattr(party, name) for name in vars(NEIGHBOUR)} == vars(NEIGHBOUR)
    line = AuditEvent.objects.get(code="party.created")
    assert line.rule == "team_worker:change_resident"
    assert list(line.subjects.values_list("resident_id", flat=True)) == [resident.pk]


def test_an_old_form_does_not_undo_a_newer_text(cast, add, resident):
    party = add()
    act = {"resident_id": resident.pk, "party_id": party.pk, "by": cast.handler}
    change_party(version=1, facts=replace(NEIGHBOUR, name="Ander"), **act)

    with pytest.raises(RuleViolation, match="intussen gewijzigd"):
        change_party(version=1, facts=NEIGHBOUR, **act)
    change_party(version=2, facts=replace(NEIGHBOUR, name="Ander"), **act)
    assert AuditEvent.objects.filter(code="party.changed").count() == 1


def test_who_is_forgotten_is_gone(cast, add, resident):
    party = add()

    for _ in range(2):
        remove_party(resident_id=resident.pk, party_id=party.pk, by=cast.handler)

    assert not Party.objects.exists()
    assert AuditEvent.objects.filter(code="party.removed").count() == 1


@pytest.mark.parametrize("person", ["team_manager", "outsider_worker", "contact_centre"])
def test_nobody_else_touches_them(cast, add, resident, person):
    party, by = add(), getattr(cast, person)
    own = {"resident_id": resident.pk, "by": by}

    with pytest.raises(PermissionDenied):
        add(by=by)
    with pytest.raises(PermissionDenied):
        change_party(party_id=party.pk, version=1, facts=NEIGHBOUR, **own)
    with pytest.raises(PermissionDenied):
        remove_party(party_id=party.pk, **own)


@pytest.mark.parametrize(
    "wrong",
    [
        {"birth_year": 1950},  # more than the law allows of a network person
        {"organisation": "Bedrijf"},
        {"role": "partner"},  # of another kind
        {"kind": "household"},
        {"name": ""},
        {"valid_until": date(2025, 1, 1)},
    ],
)
def test_the_database_keeps_no_more_than_the_law_allows(add, wrong):
    party = add()

    with pytest.raises(IntegrityError), transaction.atomic():
        Party.objects.filter(pk=party.pk).update(**wrong)
