"""A SST professional starts the day: an offer near its term, its answer, and one less to answer."""

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect

from clusters.models import Team
from clusters.people.models import Role
from tests.factories.dossiers import FileFactory
from tests.factories.handovers import HandoverFactory
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import Screen, look, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HOUR = timedelta(hours=1)


@pytest.fixture
def city(db: None) -> SimpleNamespace:
    """Two offers to the SST: one with days to go, one whose term is over in some hours."""
    found_organisation()
    worker = employee(Role.TEAM_WORKER)
    expert = employee(Role.CITY_SOCIAL_TEAM, "expert", "Noor", "Smit")
    now, sst = timezone.now(), Team.objects.get(code="sst")
    near, far = (
        HandoverFactory(
            file=FileFactory(team=Team.objects.get(code=TEAM), director=worker, opened_at=now),
            to_team=sst,
            drafted_at=now - HOUR,
            offered_at=now - HOUR,
            offered_by=worker,
            answer_by=now + left,
        )
        for left in (2 * HOUR, 100 * HOUR)
    )
    return SimpleNamespace(expert=expert, near=near, far=far)


@pytest.fixture
def screen(city: SimpleNamespace, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        yield screen


def _number(screen: Screen, label: str) -> str:
    tile = screen.page.locator(".wt-tile", has=screen.page.get_by_role("link", name=label))
    return tile.first.locator(".wt-tile__figure").inner_text()


def test_an_offer_near_its_term_is_answered_and_the_number_goes_down(
    screen: Screen, city: SimpleNamespace
):
    page = screen.use(city.expert).open("/")
    page.get_by_role("link", name="Cijfers SST").first.click()
    conclusion = page.locator(".wt-conclusion")
    expect(conclusion).to_contain_text("2 overdrachten wachten op antwoord, 1 bijna te laat")
    expect(page.get_by_role("heading", name="Wat van de overdrachten werd")).to_be_visible()
    page.wait_for_load_state("networkidle")
    look(screen, "reis-sst-begin")

    page.get_by_role("link", name="Overdrachten bijna te laat").first.click()
    expect(page.get_by_role("link", name=str(city.far))).to_have_count(0)
    page.get_by_role("link", name=str(city.near)).click()
    page.get_by_role("link", name="Weigeren").click()
    page.get_by_label("Er is geen ruimte").check()
    page.get_by_label("Toelichting voor de casusregisseur").fill("In januari weer.")
    page.get_by_role("button", name="Overdracht weigeren").click()

    screen.open("/sst/")
    assert _number(screen, "Overdrachten wachten op antwoord") == "1"
    assert _number(screen, "Overdrachten bijna te laat") == "0"
    page.locator(".wt-chart__picture").first.wait_for()
    page.get_by_text("Cijfers bij wat van de overdrachten werd").click()
    page.get_by_role("link", name="1 geweigerd").first.click()
    expect(page.get_by_role("row", name=str(city.near))).to_contain_text("zonder naam")
