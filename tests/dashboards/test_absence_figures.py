"""The tile of who is missing counts what its list shows (AF-15)."""

from types import SimpleNamespace

import pytest
import time_machine
from django.urls import reverse

from dashboards.absence_figures import absence_tiles
from tests.clusters.absence.conftest import DAY, TODAY
from tests.factories import SpecialismPeriodFactory
from tests.factories.absence import away
from tests.factories.cases import MONDAY
from tests.factories.login import sign_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ["team_manager", "outsider_manager", "general_manager"])
@pytest.mark.parametrize("days", [0, 2])
def test_the_tile_counts_the_rows_of_its_list(
    client, cast: SimpleNamespace, calendar_data: None, role, days
):
    for person in (cast.handler, cast.outsider_worker):
        SpecialismPeriodFactory(user=person)
        for number in range(days):
            away(person, TODAY + number * 2 * DAY)
    with time_machine.travel(MONDAY):
        sign_in(client, getattr(cast, role))
        tile = client.get(reverse("dashboard-staffing")).context["tiles"][0]
        listed = client.get(tile.url).context["gaps"]
        again = absence_tiles(getattr(cast, role), TODAY)[0]

    clusters = 2 if role == "general_manager" else 1
    assert tile.value == again.value == len(listed) == days * clusters
    assert tile.kind == ("warning" if days else "")
