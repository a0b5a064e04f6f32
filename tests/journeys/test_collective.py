"""Collective work on a phone: a contact in a minute, an activity from idea to end; counted."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser, Page, expect

from cases.models import CollectiveEntry
from clusters.models import Neighbourhood, Team
from clusters.people.models import Role
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import HEIGHT, NARROW, Screen, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CONTACT, ACTIVITY = "Kennismaken met de bakker", "Koffieochtend"


@pytest.fixture
def city(db: None) -> SimpleNamespace:
    """A wijkwerker and the manager of a team."""
    found_organisation()
    cluster = Team.objects.get(code=TEAM).cluster
    place = Neighbourhood.objects.filter(assignments__cluster=cluster).order_by("pk")[0]
    worker, manager = employee(Role.TEAM_WORKER), employee(Role.TEAM_MANAGER)
    return SimpleNamespace(worker=worker, manager=manager, place=place)


@pytest.fixture
def screen(city: SimpleNamespace, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        yield screen


def test_from_a_phone_to_the_dashboard(screen: Screen, city: SimpleNamespace):
    screen.page.set_viewport_size({"width": NARROW, "height": HEIGHT})
    page = screen.use(city.worker).open("/collectief/")
    _contact(page, city)
    _activity(page, city)
    assert CollectiveEntry.objects.count() == 2

    page = screen.use(city.manager).open("/dashboard/")
    part = page.locator("section[aria-labelledby=collective-heading]")
    expect(part).to_contain_text("100% van de tijd naar collectief werk")
    part.locator("td.wt-number a").filter(has_text="2").click()
    expect(page.locator("h1")).to_have_text("Collectief werk")
    expect(page.locator("tbody tr")).to_have_count(2)
    expect(page.get_by_role("link", name=CONTACT)).to_be_visible()


def _contact(page: Page, city: SimpleNamespace) -> None:
    """Six answers; a number of a resident is refused and nothing that was typed is lost."""
    page.get_by_role("link", name="Contact vastleggen").click()
    page.get_by_label("Netwerkcontact").check()
    page.get_by_label("Met wie of wat?").fill(CONTACT)
    _choose(page, city)
    page.get_by_label("Toelichting").fill("Bel haar op 06 12345678")
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.locator("main")).to_contain_text("In deze tekst staat een telefoonnummer")
    page.get_by_label("Toelichting").fill("Zij hangt onze poster op.")
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.get_by_text(f"“{CONTACT}” is vastgelegd.")).to_be_visible()


def _activity(page: Page, city: SimpleNamespace) -> None:
    """An idea that starts today and ends today."""
    page.get_by_role("link", name="Collectief werk").first.click()
    page.get_by_role("link", name="Activiteit vastleggen").click()
    page.get_by_label("Activiteit").check()
    page.get_by_label("Hoe heet het?").fill(ACTIVITY)
    _choose(page, city)
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.locator("main")).to_contain_text("nog niet begonnen")
    page.get_by_role("link", name="Starten").click()
    page.get_by_role("button", name="Starten").click()
    expect(page.get_by_text(f"“{ACTIVITY}” loopt.")).to_be_visible()
    page.get_by_role("link", name="Afsluiten").click()
    page.get_by_label("Afgerond: het is klaar").check()
    page.get_by_label("Wat kwam eruit").fill("Bewoners doen het nu zelf.")
    page.get_by_role("button", name="Afsluiten").click()
    expect(page.locator("main")).to_contain_text("Bewoners doen het nu zelf.")


def _choose(page: Page, city: SimpleNamespace) -> None:
    """Where, about what, and how much time."""
    page.get_by_label("Wijk", exact=True).select_option(value=str(city.place.pk))
    page.get_by_label("Waar g").select_option(index=1)
    page.get_by_label("Hoeveel tijd").select_option(index=1)
