"""Keeping what a caller told, and another number later."""

from datetime import date

import pytest

from audit.models import AuditEvent
from cases.residents.services import change_phone, create_resident
from tests.factories import UserFactory
from tests.factories.cases import ResidentFactory

pytestmark = pytest.mark.django_db
TOLD = {
    "phone": "+31612345678",
    "postcode": "1315AA",
    "house_number": 12,
    "house_suffix": "A",
    "birth_date": date(1950, 2, 28),
}


def test_create_resident_keeps_what_was_told_with_one_line():
    resident = create_resident(name="A. Jansen", is_anonymous=False, by=UserFactory(), **TOLD)

    resident.refresh_from_db()
    assert {name: getattr(resident, name) for name in TOLD} == TOLD
    event = AuditEvent.objects.get()
    assert (event.code, event.object_id) == ("resident.created", str(resident.pk))


def test_create_resident_forgets_the_name_of_who_stays_anonymous():
    resident = create_resident(name="A. Jansen", is_anonymous=True, by=UserFactory(), **TOLD)

    assert (resident.name, resident.is_anonymous) == ("", True)


def test_change_phone_says_which_field_and_not_the_number():
    resident = ResidentFactory(phone="+31611111111")

    change_phone(resident_id=resident.pk, phone="+31622222222", by=UserFactory())

    resident.refresh_from_db()
    assert resident.phone == "+31622222222"
    event = AuditEvent.objects.get()
    assert (event.code, event.fields) == ("resident.changed", ["phone"])
