"""A Monday at ten o'clock, the municipality as home, and a mandate as somebody types it."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.conf import settings

from cases.mandates.services import MandateTerms
from clusters.models import Membership, PartnerOrganisation
from tests.factories import MembershipFactory, PartnerOrganisationFactory
from tests.factories.cases import MONDAY
from tests.factories.mandates import ProductFactory


@pytest.fixture(autouse=True)
def monday() -> Iterator[Any]:
    """The clock stands still on a working Monday at ten."""
    with time_machine.travel(MONDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def municipality(db: None) -> PartnerOrganisation:
    """The home organisation that is the municipality itself."""
    return PartnerOrganisationFactory(code=settings.MUNICIPALITY_CODE, name="Gemeente Almere")


@pytest.fixture
def adviser(noord: Any, municipality: PartnerOrganisation) -> Any:
    """A wijkwerker of team Noord who works for the municipality."""
    own = {"user__first_name": "Mo", "user__last_name": "Aynan", "team": noord}
    row: Membership = MembershipFactory(organisation=municipality, **own)
    return row.user


@pytest.fixture
def terms(adviser: Any) -> MandateTerms:
    """A good mandate for one product, a year and € 5.000."""
    return MandateTerms(
        holder=adviser,
        products=[ProductFactory.create(code="01A03", label="Hulp bij het huishouden")],
        longest_months=12,
        yearly_cents=500_000,
        may_refuse=True,
        needs_second=False,
        since=MONDAY.date(),
        until=None,
        reference="GM-2026/12",
    )
