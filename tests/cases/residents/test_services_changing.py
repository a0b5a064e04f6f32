"""What the team knows of a resident: names, dates and how to reach them."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from audit.models import AuditEvent
from cases.models import Resident
from cases.residents.birthdays import BirthDate
from cases.residents.names import Names
from cases.residents.services import (
    Particulars,
    SafeContact,
    change_phone,
    change_resident,
    change_safe_contact,
)
from common.errors import RuleViolation
from tests.factories import UserFactory
from tests.factories.cases import CallbackFactory, ResidentFactory

pytestmark = pytest.mark.django_db
BRP = Names(given_names="Anja", prefix="van den", family_name="Berg", gender="V")
TOLD = Particulars(told="Mw. A. van der Berg", phone="+31612345678")


@pytest.fixture
def resident(noord):
    return CallbackFactory(team=noord, resident__name="Mw. A. van der Berg").resident


@pytest.fixture
def change(cast, resident):
    """Save the form of the resident: ``change(names=…)``."""

    def changed(**own):
        facts = {"resident_id": resident.pk, "version": 1, "names": BRP, "particulars": TOLD}
        return change_resident(**facts | {"card": SafeContact(), "by": cast.team_worker} | own)

    return changed


def test_the_names_of_the_brp_replace_what_was_told(change, resident):
    change()

    resident.refresh_from_db()
    assert (resident.name, resident.names) == ("Anja van den Berg", BRP)
    assert (resident.search_key, resident.version) == (" anja berg", 2)
    line = AuditEvent.objects.get(code="resident.changed")
    assert line.rule == "team_worker:change_resident"
    assert {"name", "family_name", "gender", "phone"} <= set(line.fields)


def test_without_names_of_the_brp_the_told_name_stays(change, resident):
    change(names=Names())

    resident.refresh_from_db()
    assert resident.name == "Mw. A. van der Berg"


def test_an_anonymous_caller_may_get_a_name_and_may_stay_without(change, resident):
    Resident.objects.filter(pk=resident.pk).update(name="", is_anonymous=True)

    change(names=Names(), particulars=replace(TOLD, told=""))
    resident.refresh_from_db()
    assert (resident.name, resident.is_anonymous) == ("", True)

    change(version=2)
    resident.refresh_from_db()
    assert (resident.name, resident.is_anonymous) == ("Anja van den Berg", False)


def test_who_had_a_name_keeps_one(change):
    with pytest.raises(RuleViolation, match="Vul een naam in"):
        change(names=Names(), particulars=replace(TOLD, told=""))


def test_the_longest_names_fit(change, resident):
    long = Names(
        given_names="É" * 200,
        prefix="v" * 20,
        family_name="Ş" * 200,
        partner_prefix="w" * 20,
        partner_name="ß" * 200,
        name_use="V",
    )

    change(names=long)

    resident.refresh_from_db()
    assert resident.names == long
    assert len(long.full_name) == 644
    assert len(resident.name) == 200


@pytest.mark.parametrize("brp", ["19500300", "19500000", "00000000", "19500228"])
def test_a_date_of_birth_is_kept_in_parts(change, resident, brp):
    born = BirthDate.read(brp)

    change(particulars=replace(TOLD, born=born))

    resident.refresh_from_db()
    assert resident.born == born
    assert resident.birth_date == born.complete


@pytest.mark.parametrize(
    ("died", "words"), [(date(2100, 1, 1), "nog komen"), (date(1949, 1, 1), "voor de geboorte")]
)
def test_somebody_dies_after_birth_and_not_tomorrow(change, died, words):
    told = replace(TOLD, born=BirthDate(1950), deceased_on=died)

    with pytest.raises(RuleViolation, match=words) as refused:
        change(particulars=told)
    assert refused.value.field == "deceased_on"


def test_an_old_form_does_not_undo_a_newer_text(change, resident):
    change(particulars=replace(TOLD, email="anja@voorbeeld.nl"))

    with pytest.raises(RuleViolation, match="intussen gewijzigd") as refused:
        change(particulars=replace(TOLD, email="oud@voorbeeld.nl"))

    assert refused.value.field == "version"
    resident.refresh_from_db()
    assert resident.email == "anja@voorbeeld.nl"


def test_saving_the_same_again_writes_nothing(change, resident):
    change()
    change(version=2)

    resident.refresh_from_db()
    assert resident.version == 2
    assert AuditEvent.objects.filter(code="resident.changed").count() == 1


def test_a_secret_address_keeps_no_address_beside_it(change, resident):
    Resident.objects.filter(pk=resident.pk).update(address_secret=True)

    change(particulars=replace(TOLD, postcode="1315AA", house_number=1))

    resident.refresh_from_db()
    assert resident.address_line == ""


@pytest.mark.parametrize(
    "person", ["team_manager", "outsider_worker", "contact_centre", "application_manager"]
)
def test_only_the_team_that_works_with_somebody_changes_them(cast, change, person):
    with pytest.raises(PermissionDenied):
        change(by=getattr(cast, person))


def test_another_number_or_card_makes_an_open_form_old(resident):
    by = UserFactory()
    change_phone(resident_id=resident.pk, phone="+31612340000", by=by)
    change_safe_contact(resident_id=resident.pk, card=SafeContact(hide_number=True), by=by)

    resident.refresh_from_db()
    assert resident.version == 3


@pytest.mark.parametrize(
    "wrong",
    [
        {"birth_date": date(1950, 1, 1)},
        {"birth_year": 1950},
        {"birth_year": 1950, "birth_month": 0, "birth_day": 3},
        {"birth_year": 1950, "birth_month": 3, "birth_day": 4},
        {"birth_year": 0, "birth_month": 3, "birth_day": 0},
        {"name_use": "X"},
        {"gender": "X"},
    ],
)
def test_the_database_refuses_what_cannot_be(wrong):
    resident = ResidentFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        Resident.objects.filter(pk=resident.pk).update(**wrong)
