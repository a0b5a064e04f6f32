"""The joint budget is drawn up, adopted and changed; the stuurgroep reads only totals."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from budgets.joint.models import CostKind, JointBudget, PlannedLine
from clusters.models import PartnerOrganisation
from clusters.people.models import Role
from common.reference import sync
from tests.journeys.city import employee, found_organisation
from tests.journeys.stage import HEIGHT, NARROW, Screen, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def city(db: None) -> SimpleNamespace:
    """The partners, and who plans, checks and steers."""
    found_organisation()
    sync(CostKind)
    return SimpleNamespace(
        general=employee(Role.GENERAL_MANAGER),
        controller=employee(Role.CONTROLLER),
        steering=employee(Role.STEERING_GROUP),
    )


@pytest.fixture
def screen(city: SimpleNamespace, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        yield screen


def test_a_budget_is_drawn_up_adopted_and_changed(screen: Screen, city: SimpleNamespace):
    today = timezone.localdate()
    page = screen.use(city.general).open("/gezamenlijke-begroting/")
    page.get_by_role("link", name="Ander jaar beginnen").click()
    page.get_by_label("Jaar").fill(str(today.year))
    page.get_by_role("button", name="Begroting beginnen").dblclick(no_wait_after=True)
    expect(page.get_by_text("De begroting is begonnen.")).to_be_visible()
    assert JointBudget.objects.count() == 1
    _add(page, "gemeente", "Personeel in de teams", "3.180.000", "41,5", "Formeel")
    _add(page, "mee", "Personeel in de teams", "800.000", "10", "Formeel")
    _add(page, "vmca", "Ondersteuning van vrijwilligers", "225.000", "", "Informeel")
    expect(page.locator("main")).to_contain_text("€ 4.205.000,00")
    assert PlannedLine.objects.count() == 3

    page.get_by_role("link", name="Vaststellen").click()
    page.get_by_role("button", name="Vaststellen").click()
    expect(page.get_by_role("alert")).to_contain_text("Vul in welk besluit het is.")
    page.get_by_label("Besluit", exact=True).fill("stuurgroep, punt 4")
    page.get_by_label("Datum van het besluit").fill(today.isoformat())
    page.get_by_role("button", name="Vaststellen").click()
    expect(page.locator("main")).to_contain_text("stuurgroep, punt 4")
    expect(page.get_by_role("link", name="Vaststellen")).to_have_count(0)

    page.get_by_role("link", name="personeel in de teams").nth(1).click()
    page.get_by_role("link", name="Wijzigen").click()
    page.get_by_label("Bedrag per jaar").fill("760.000")
    page.get_by_role("button", name="Wijziging bewaren").click()
    expect(page.get_by_role("alert")).to_contain_text("waarom dit verandert")
    page.get_by_label("Waarom verandert dit?").fill("Een vacature blijft open.")
    page.get_by_role("button", name="Wijziging bewaren").dblclick(no_wait_after=True)
    expect(page.locator("main")).to_contain_text("was € 800.000,00")
    expect(page.locator("main")).to_contain_text("€ 40.000,00 minder dan bij het vaststellen")
    assert PlannedLine.objects.count() == 4

    page = screen.use(city.controller).open("/gezamenlijke-begroting/")
    page.get_by_role("link", name="MEE IJsseloevers").click()
    expect(page.locator("main")).to_contain_text("Een vacature blijft open.")
    expect(page.get_by_role("link", name="Wijzigen")).to_have_count(0)

    page = screen.use(city.steering).open("/")
    page.set_viewport_size({"width": NARROW, "height": HEIGHT})
    page.goto(screen.site + "/gezamenlijke-begroting/totalen/")
    expect(page.locator("main")).to_contain_text("€ 4.165.000,00")
    expect(page.locator("main")).not_to_contain_text("vacature")
    page.get_by_role("link", name="Het maatwerkbudget in totalen").click()
    expect(page.locator("main")).to_contain_text("niets beschikbaar gesteld")


def _add(page: Page, partner: str, kind: str, amount: str, fte: str, support: str) -> None:
    """One line, by its form."""
    page.get_by_role("link", name="Regel toevoegen").click()
    number = PartnerOrganisation.objects.get(code=partner).pk
    page.get_by_label("Partner").select_option(value=str(number))
    wanted = CostKind.objects.get(label__startswith=kind)
    page.get_by_label("Kostensoort").select_option(value=wanted.code)
    page.get_by_label("Bedrag per jaar").fill(amount)
    page.get_by_label("Fte").fill(fte)
    page.get_by_label("Soort ondersteuning").select_option(label=support)
    page.get_by_label("Waar komt dit bedrag vandaan?").fill("begroting van de partner")
    page.get_by_label("Datum daarvan").fill(timezone.localdate().isoformat())
    page.get_by_role("button", name="Regel toevoegen").dblclick(no_wait_after=True)
    expect(page.get_by_text("De regel is bewaard.")).to_be_visible()
