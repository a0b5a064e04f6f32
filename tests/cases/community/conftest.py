"""A Monday at ten o'clock, and the words of earlier tests forgotten."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine

from cases.community.services import OfferText
from tests.factories.cases import MONDAY
from tests.factories.community import LifeDomainFactory, OrganisationFactory


@pytest.fixture(autouse=True)
def monday() -> Iterator[Any]:
    """The clock stands still on a working Monday at ten."""
    with time_machine.travel(MONDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def text(cast: Any, noord: Any) -> OfferText:
    """A good offer in cluster Noord, kept by the wijkwerker."""
    return OfferText(
        name="Samen eten",
        organisation=OrganisationFactory(name="De Zeeslag"),
        description="Elke dinsdag koken wij voor de buurt.",
        kind="collective",
        topics=[LifeDomainFactory.create(code=code) for code in ("netwerk", "meedoen")],
        clusters=[noord.cluster],
        audience="everybody",
        cost="small",
        cost_note="€ 4",
        sign_up="Bel voor maandag.",
        contact_role="de gastvrouw",
        runs_from=None,
        runs_until=None,
        review_by=MONDAY.date().replace(year=2027),
        owner=cast.team_worker,
    )
