"""Who is involved already, and whether one may contact them (MAN-6)."""

import uuid
from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from audit.models import AuditEvent
from cases.models import InvolvedProfessional
from cases.residents.models.sealed import CannotOpenError
from cases.residents.services import ProfessionalFacts, change_professional, create_professional
from common.errors import RuleViolation
from tests.cases.residents.consents import DAY, TODAY, give, lists, withdraw
from tests.factories.consents import ConsentFactory, ProfessionalFactory

__all__ = ["give", "lists", "withdraw"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday", "lists")]
DOCTOR = ProfessionalFacts(
    "huisarts", "D. Okter", TODAY, organisation="Haven", phone="+31365390002"
)


@pytest.fixture
def add(cast, resident):
    def added(facts=DOCTOR, **own):
        told = {"resident_id": resident.pk, "submission_key": uuid.uuid4(), "by": cast.team_worker}
        return create_professional(**told | own, facts=facts)

    return added


@pytest.fixture
def change(cast, resident):
    def changed(known, facts, **own):
        told = {"version": known.version, "by": cast.team_worker, "resident_id": resident.pk}
        return change_professional(professional_id=known.pk, facts=facts, **told | own)

    return changed


def test_who_it_is_is_sealed_and_opens_in_its_own_row(add, resident):
    first, second = add(), add()

    assert first.said["name"] == "D. Okter"
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM cases_involvedprofessional")
        assert all(b"Okter" not in bytes(row[0]) for row in cursor.fetchall())
    first.words = second.words
    with pytest.raises(CannotOpenError):
        first.opened("words")
    line = AuditEvent.objects.filter(code="professional.created").first()
    assert [each.resident_id for each in line.subjects.all()] == [resident.pk]


def test_sent_twice_is_one(add):
    key = uuid.uuid4()

    assert add(submission_key=key) == add(submission_key=key)


@pytest.mark.parametrize("person", ["team_manager", "contact_centre", "city_hall_team"])
def test_another_role_keeps_nobody(add, change, cast, person):
    known, who = add(), getattr(cast, person)
    with pytest.raises(PermissionDenied):
        add(by=who)
    with pytest.raises(PermissionDenied):
        change(known, DOCTOR, by=who)


def test_without_consent_nobody_may_be_contacted_and_with_it_until_it_is_withdrawn(
    add, change, give, withdraw
):
    known = add()
    assert not known.may_be_contacted(TODAY)
    consent = give()
    linked = replace(DOCTOR, consent_id=consent.pk)
    known = change(known, linked)
    assert known.may_be_contacted(TODAY)

    withdraw(consent)

    known = InvolvedProfessional.objects.get(pk=known.pk)
    assert not known.may_be_contacted(TODAY)
    assert change(known, replace(linked, phone="")).said["phone"] == ""  # stays linked, and over
    with pytest.raises(RuleViolation, match="vandaag geldt"):
        add(linked)


def test_a_consent_of_another_kind_resident_or_ground_does_not_fit(add, give):
    law = {"ground": "meldcode", "given_by": "nobody", "way": "", "why": "Gevaar."}
    wrong = (give(recipient_kind="schuldhulp"), give(**law), ConsentFactory())
    for each in wrong:
        with pytest.raises(RuleViolation) as refused:
            add(replace(DOCTOR, consent_id=each.pk))
        assert refused.value.field == "consent"


def test_an_old_form_does_not_undo_a_newer_text(add, change):
    known = add()
    change(known, replace(DOCTOR, name="N. Ieuw"))

    with pytest.raises(RuleViolation, match="intussen") as refused:
        change(known, DOCTOR)
    assert refused.value.field == "version"


def test_saving_what_is_there_changes_nothing(add, change):
    known = add()

    assert change(known, DOCTOR).version == 1
    assert not AuditEvent.objects.filter(code="professional.changed").exists()


def test_a_period_does_not_end_before_it_begins():
    with pytest.raises(IntegrityError), transaction.atomic():
        ProfessionalFactory(valid_until=TODAY - DAY)
