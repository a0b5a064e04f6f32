"""The tiles of hand-overs count the lists they open (peers 4.17)."""

import pytest
from django.urls import reverse

from cases.dossiers.models import ResidentFile
from tests.cases.handovers.acting import accept
from tests.cases.handovers.conftest import sst
from tests.factories.dossiers import FileFactory
from tests.factories.handovers import HandoverFactory

__all__ = ["sst"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def moved(cast, noord, sst):
    """Two offers wait, one came back, one dossier went over twice and another once."""
    file = FileFactory(team=noord, director=cast.handler)
    accept(HandoverFactory(file=file, to_team=sst.team), sst.ada)
    there = ResidentFile.objects.get()
    accept(
        HandoverFactory(file=there, from_team=sst.team, to_team=noord, expertise=""), cast.handler
    )
    files = [FileFactory(team=noord, director=cast.handler) for _ in range(4)]
    accept(HandoverFactory(file=files[3], to_team=sst.team), sst.ada)
    for each in files[:2]:
        HandoverFactory(file=each, to_team=sst.team)
    HandoverFactory(file=files[2], to_team=sst.team, refused=True)
    HandoverFactory(file=FileFactory(team=cast.elsewhere), to_team=sst.team)


@pytest.mark.usefixtures("moved")
def test_every_tile_counts_the_list_it_opens(cast, as_user):
    client = as_user(cast.team_manager)

    tiles = client.get(reverse("dashboard-presence")).context["handovers"]

    assert {tile.label: tile.value for tile in tiles} == {
        "Wacht op antwoord": 2,
        "Teruggekomen, nog niet gezien": 1,
        "Heen en weer dit jaar": 1,
    }
    for tile in tiles:
        assert len(client.get(tile.url).context["page"].rows) == tile.value


@pytest.mark.usefixtures("moved")
def test_the_algemeen_manager_has_no_list_and_so_no_tiles(cast, as_user):
    page = as_user(cast.general_manager).get(reverse("dashboard-presence"))

    assert page.context["handovers"] == []
    assert "Overdrachten" not in page.content.decode()
