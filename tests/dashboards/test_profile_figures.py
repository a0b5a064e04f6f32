"""The tile of deviations counts what its list shows (TP-7)."""

import pytest
import time_machine
from django.urls import reverse

from tests.clusters.absence.conftest import TODAY
from tests.factories.cases import MONDAY
from tests.factories.login import sign_in
from tests.factories.profile import ProfileWishFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ["team_manager", "outsider_manager", "general_manager"])
@pytest.mark.parametrize("wishes", [0, 1, 5])
def test_the_tile_counts_the_rows_of_its_list(
    client, cast, noord, calendar_data, role, wishes, django_assert_num_queries
):
    for _ in range(wishes):
        for team in (noord, cast.elsewhere):
            ProfileWishFactory(cluster=team.cluster, valid_from=TODAY)
    with time_machine.travel(MONDAY):
        sign_in(client, getattr(cast, role))
        client.get(reverse("dashboard-profile"))
        # session, user, memberships; savepoint, line, release; profile 5
        with django_assert_num_queries(12):
            tile = client.get(reverse("dashboard-profile")).context["tiles"][0]
        listed = client.get(tile.url).context["rows"]
        holes = client.get(reverse("dashboard")).content.decode()

    assert tile.value == len(listed) == wishes * (2 if role == "general_manager" else 1)
    assert tile.kind == ("warning" if wishes else "")
    assert reverse("dashboard-profile") in holes
