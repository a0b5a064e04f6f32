"""A waakvlam is agreed, a contact is missed and told on, and then it takes a minute on a phone."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect

from cases.models import Waakvlam, WaakvlamContact
from cases.waakvlam.models import working_morning
from cases.waakvlam.services import remind_of_waakvlammen
from clusters.models import Notice, Team
from clusters.people.models import Role
from tests.factories.cases import CallbackFactory, ResidentFactory
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import HEIGHT, NARROW, Screen, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NAME = "Wim de Wit"
DAY = timedelta(days=1)


@pytest.fixture
def city(db: None) -> SimpleNamespace:
    """Somebody whom the team knows, two wijkwerkers and their manager."""
    found_organisation()
    team = Team.objects.get(code=TEAM)
    worker = employee(Role.TEAM_WORKER)
    deputy = employee(Role.TEAM_WORKER, "deputy", "Truus", "Bakker")
    resident = ResidentFactory(name=NAME)
    CallbackFactory(resident=resident, team=team, handler=worker, closed=True)
    manager = employee(Role.TEAM_MANAGER)
    return SimpleNamespace(worker=worker, deputy=deputy, manager=manager, resident=resident)


@pytest.fixture
def screen(city: SimpleNamespace, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        yield screen


def test_a_missed_contact_is_told_on_and_then_kept_on_a_phone(
    screen: Screen, city: SimpleNamespace
):
    row = _agree(screen, city)
    today = timezone.localdate()
    row.plan(today - 30 * DAY)
    row.save()

    assert remind_of_waakvlammen(at=_morning(row, 1)) == 1
    assert remind_of_waakvlammen(at=_morning(row, 5)) == 1
    assert remind_of_waakvlammen(at=_morning(row, 10)) == 1
    told = [each.person.username for each in Notice.objects.filter(dedup_key__contains="missed")]
    assert sorted(told) == ["deputy", "team_manager", "team_worker"]

    page = screen.use(city.manager).open("/meldingen/")
    expect(page.locator("main")).to_contain_text(f"Het contact van waakvlam {row}")
    expect(page.locator("main")).not_to_contain_text(NAME)
    page.get_by_role("button", name=f"Het contact van waakvlam {row}").click()
    expect(page.locator("main")).to_contain_text("30 dagen te laat")
    expect(page.locator("main")).not_to_contain_text("Eet hij goed?")
    page = screen.open("/waakvlam/")
    expect(page.locator("table").first).to_contain_text(str(city.worker))

    page = screen.use(city.deputy).open("/")
    page.set_viewport_size({"width": NARROW, "height": HEIGHT})
    page.get_by_role("link", name=f"Waakvlam {row}").click()
    page.get_by_role("link", name="Contact vastleggen").click()
    expect(page.locator("main")).to_contain_text("Eet hij goed?")
    page.get_by_text("Gesproken").click()
    for choice in page.locator(".wt-tap .wt-choice").all():
        box = choice.bounding_box()
        assert box is not None
        assert (box["height"] >= 56, box["width"] >= 200) == (True, True)
    page.get_by_text("Zorgen", exact=True).click()
    page.get_by_label("Kort: wat zag of hoorde u?").fill("Hij eet slecht.")
    page.get_by_role("button", name="Contact bewaren").dblclick(no_wait_after=True)
    expect(page.get_by_role("heading", name="Zorgen: wat nu?")).to_be_visible()
    assert WaakvlamContact.objects.get().mood == "worry"
    expect(page.get_by_role("link", name="Nieuwe melding")).to_be_visible()
    page.get_by_role("button", name="Dag wijzigen").click()
    expect(page.locator("main")).to_contain_text("Hij eet slecht.")
    row.refresh_from_db()
    assert today < row.next_on <= today + 12 * DAY

    page = screen.use(city.worker).open("/")
    page.get_by_role("link", name=f"Waakvlam {row}").click()
    page.get_by_role("link", name="Beëindigen").click()
    page.get_by_label("Er is een nieuwe melding").check()
    page.get_by_label("Waarom?").fill("Er is meer hulp nodig.")
    page.get_by_role("button", name="Waakvlam beëindigen").click()
    expect(page.get_by_role("link", name="Melding vastleggen")).to_be_visible()


def _agree(screen: Screen, city: SimpleNamespace) -> Waakvlam:
    """From the card of the resident."""
    today = timezone.localdate()
    page = screen.use(city.worker).open(f"/inwoners/{city.resident.pk}/")
    page.get_by_role("link", name="Waakvlam beginnen").click()
    page.get_by_label("Mondeling afgesproken op").fill(today.isoformat())
    page.get_by_label("Om de hoeveel weken?").fill("0")
    page.get_by_label("Bellen").check()
    page.get_by_label("Waar let u op?").fill("Eet hij goed?")
    page.get_by_label("Wanneer stopt het?").fill("Als de zoon terug is.")
    page.get_by_label("Wanneer doet u meer?").fill("Bel de zoon.")
    page.get_by_label("Wie is vervanger?").select_option(value=str(city.deputy.pk))
    page.get_by_label("Eerste contact").fill((today + DAY).isoformat())
    page.get_by_label("Opnieuw bekijken op").fill((today + 90 * DAY).isoformat())
    page.get_by_role("button", name="Waakvlam beginnen").click()
    expect(page.get_by_role("alert")).to_contain_text("van 1 tot en met 26")
    page.get_by_label("Om de hoeveel weken?").fill("4")
    page.get_by_role("button", name="Waakvlam beginnen").dblclick(no_wait_after=True)
    expect(page.get_by_text("De waakvlam loopt.")).to_be_visible()
    return Waakvlam.objects.get()


def _morning(row: Waakvlam, count: int) -> datetime:
    """When so many working days are over since the contact should have been."""
    return working_morning(row.next_on, count)
