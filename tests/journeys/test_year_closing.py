"""The general manager closes last year, sees how far it is, and the controller takes the PDF."""

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect

from budgets.closing.checking import EVERYTHING
from budgets.closing.models import YearClosing
from budgets.closing.progress import Progress
from budgets.closing.services import begin_closing
from budgets.closing.worker import work_on
from budgets.ledger.checking import faults
from budgets.ledger.models import Pot
from budgets.ledger.services import open_pot
from cases.papers.tasks import make_papers
from clusters.people.models import Role
from tests.factories.budgets import grant, lists
from tests.journeys.city import employee, found_organisation
from tests.journeys.stage import Screen, look, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def city(db: None) -> SimpleNamespace:
    """Last year has a pot; this year has none yet."""
    found_organisation()
    lists()
    general, year = employee(Role.GENERAL_MANAGER), timezone.localdate().year - 1
    pot = open_pot(
        submission_key=uuid.uuid4(),
        year=year,
        purpose="help",
        cluster=None,
        amount=10_500_000,
        by=general,
        at=datetime(year, 1, 5, 9, tzinfo=UTC),
    )
    return SimpleNamespace(
        general=general, controller=employee(Role.CONTROLLER), year=year, pot=pot
    )


@pytest.fixture
def screen(city: SimpleNamespace, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        yield screen


def test_a_year_is_closed_once_and_becomes_a_pdf(screen: Screen, city: SimpleNamespace):
    page = screen.use(city.general).open("/maatwerkbudget/")
    page.get_by_role("link", name="Jaren en jaarrekening").click()
    page.get_by_role("link", name=f"{city.year} afsluiten").click()
    expect(page.locator("main")).to_contain_text("nog geen pot open")
    page.get_by_role("link", name=f"Pot van {city.year + 1} openen").click()
    page.get_by_role("button", name="Pot openen").click()

    page = screen.open(f"/maatwerkbudget/jaren/{city.year}/afsluiten/inwoners/")
    page.get_by_label("Meenemen naar het volgende jaar").check()
    page.get_by_label("Waarom").fill("Besluit van de stuurgroep.")
    page.get_by_label("Ik heb de bedragen nagekeken").check()
    grant(city.pot, 5)  # a colleague posts while the page is open
    page.get_by_role("button", name="Jaar afsluiten").click()
    expect(page.locator("main")).to_contain_text("De cijfers zijn veranderd")
    expect(page.get_by_label("Waarom")).to_have_value("Besluit van de stuurgroep.")
    expect(page.locator("main")).to_contain_text("105.000,05")
    page.get_by_role("button", name="Jaar afsluiten").dblclick(no_wait_after=True)
    expect(page.locator("main")).to_contain_text("Het afsluiten is gevraagd")
    assert YearClosing.objects.count() == 1

    closing = begin_closing(at=timezone.now(), tried=())
    assert closing is not None
    Progress(closing).tell(2, 5)
    expect(page.locator("main")).to_contain_text("Wordt afgesloten: 40 %")
    look(screen, "reis-jaar-wordt-afgesloten")
    work_on(closing, timezone.now())
    expect(page.locator("main")).to_contain_text("Afgesloten op")
    assert not Pot.objects.filter(year=city.year, closed_at=None).exists()
    assert faults(EVERYTHING) == []

    page = screen.use(city.controller).open(f"/maatwerkbudget/jaren/{city.year}/")
    expect(page.locator("main")).to_contain_text("Deze bedragen veranderen niet meer.")
    page.get_by_role("button", name="PDF maken").click()
    expect(page.locator("main")).to_contain_text("De PDF wordt gemaakt")
    assert make_papers() == 1
    expect(page.get_by_role("link", name="PDF openen")).to_be_visible()
    look(screen, "reis-jaarrekening")
