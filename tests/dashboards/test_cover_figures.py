"""The tile of whose work nobody does counts what its list shows (WN-12)."""

from types import SimpleNamespace

import pytest
import time_machine
from django.urls import reverse

from tests.clusters.absence.conftest import DAY, TODAY
from tests.factories.absence import away
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory
from tests.factories.login import sign_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ["team_manager", "outsider_manager", "general_manager"])
@pytest.mark.parametrize("is_away", [False, True])
def test_the_tile_counts_the_rows_of_its_list(
    client, cast: SimpleNamespace, noord, calendar_data: None, role, is_away
):
    for person, team in ((cast.handler, noord), (cast.outsider_worker, cast.elsewhere)):
        FileFactory(team=team, director=person)
        if is_away:
            away(person, TODAY - 10 * DAY, TODAY + DAY)
    with time_machine.travel(MONDAY):
        sign_in(client, getattr(cast, role))
        tile = client.get(reverse("dashboard-presence")).context["tiles"][-1]
        listed = client.get(tile.url).context["rows"]
        holes = client.get(reverse("dashboard")).content.decode()

    assert tile.value == len(listed) == is_away * (2 if role == "general_manager" else 1)
    assert tile.kind == ("warning" if is_away else "")
    assert reverse("dashboard-presence") in holes
