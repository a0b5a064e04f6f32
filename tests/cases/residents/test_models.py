"""A resident as the caller told; an anonymous one is a resident without a name."""

import pytest

from cases.models import Resident
from tests.factories.cases import ResidentFactory


@pytest.mark.django_db
def test_nobody_lists_residents(cast):
    ResidentFactory()

    for person in vars(cast).values():
        if hasattr(person, "acting_role"):
            assert not Resident.objects.visible_to(person).exists()


@pytest.mark.parametrize(
    ("own", "line"),
    [
        ({}, ""),
        ({"postcode": "1315AA"}, "1315 AA"),
        ({"postcode": "1315AA", "house_number": 12}, "1315 AA 12"),
        ({"postcode": "1315AA", "house_number": 12, "house_suffix": "bis"}, "1315 AA 12bis"),
        ({"house_number": 12}, ""),
    ],
)
def test_the_address_reads_as_the_caller_gave_it(own, line):
    assert Resident(**own).address_line == line


def test_an_anonymous_caller_reads_as_one():
    assert str(Resident(name="", is_anonymous=True)) == "Anonieme beller"
    assert str(Resident(name="A. Jansen")) == "A. Jansen"
