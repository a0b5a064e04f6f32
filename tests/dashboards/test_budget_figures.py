"""The tiles of the maatwerkbudget count the lists they open (design 9, MB-29)."""

import pytest
from django.urls import reverse

from budgets.requests.models import BudgetRequest
from tests.budgets.conftest import budget
from tests.cases.callbacks.conftest import monday
from tests.factories.budgets import DAY, in_state
from tests.factories.cases import MONDAY

__all__ = ["budget", "monday"]
pytestmark = pytest.mark.django_db
QUERIES = 9


@pytest.mark.parametrize(("person", "count"), [("team_manager", 1), ("general_manager", 5)])
def test_every_tile_counts_the_list_it_opens(
    budget, as_user, person, count, django_assert_num_queries
):
    for _ in range(count):
        in_state(budget, "waiting")
        late = in_state(budget, "open")
        BudgetRequest.objects.filter(pk=late.pk).update(expected_on=MONDAY.date() - DAY)
    in_state(budget, "open")
    in_state(budget, "paid")
    client = as_user(getattr(budget.cast, person))
    url = reverse("dashboard-budgets")
    assert url in client.get(reverse("dashboard")).content.decode()

    with django_assert_num_queries(QUERIES):
        tiles = client.get(url).context["tiles"]

    assert [tile.value for tile in tiles[:2]] == [count, count]
    for tile in tiles[:2]:
        assert len(client.get(tile.url).context["rows"]) == tile.value
    assert not tiles[2].value.endswith(",00")
    assert tiles[2].value in client.get(tiles[2].url).content.decode()


def test_without_a_pot_the_tile_says_so(cast, as_user, monday):
    tiles = as_user(cast.team_manager).get(reverse("dashboard-budgets")).context["tiles"]

    assert [tile.value for tile in tiles] == [0, 0, "€\xa00"]
    assert tiles[2].note == "nog geen pot geopend"
