"""The ten minutes of a manager: what waits, what is late, and who takes it."""

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from budgets.requests.models import BudgetRequest
from cases.models import CallbackRequest
from clusters.models import Team
from clusters.people.models import Role
from dashboards.models import SavedView
from tests.factories.budgets import a_pot, ask, lists
from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.dossiers import FileFactory
from tests.factories.intakes import NotificationFactory
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import HEIGHT, NARROW, Screen, seated, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAY = timedelta(days=1)
LATE = {"due_at": MONDAY - 2 * DAY, "escalate_at": MONDAY - DAY}


@pytest.fixture
def city(db: None, time_machine: Any) -> SimpleNamespace:
    """Money to approve, a call that is far too late, a melding of nobody; two wijkwerkers."""
    time_machine.move_to(MONDAY, tick=True)
    found_organisation()
    lists()
    a_pot()
    team, manager = Team.objects.get(code=TEAM), employee(Role.TEAM_MANAGER)
    worker, colleague = (
        employee(Role.TEAM_WORKER),
        employee(Role.TEAM_WORKER, "other", "Noor", "Vos"),
    )
    file = FileFactory(team=team, director=worker, opened_at=MONDAY)
    budget = ask(file, worker, 60_000)
    late = CallbackFactory(team=team, claimed=True, handler=worker, **LATE)
    NotificationFactory(team=team, handler=None)
    return SimpleNamespace(manager=manager, colleague=colleague, budget=budget, late=late)


@pytest.fixture
def screen(city: SimpleNamespace, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        yield screen


def asks(page: Page) -> Any:
    """What waits, at the top of the dashboard."""
    return page.get_by_role("region", name="Wat vraagt u nu")


def test_the_managers_ten_minutes(screen: Screen, city: SimpleNamespace):
    page = screen.use(city.manager).open("/")
    page.get_by_role("link", name="Dashboard").first.click()
    for said in ("Maatwerk goedkeuren", "Veel te laat met terugbellen", "Meldingen niet opgepakt"):
        expect(asks(page)).to_contain_text(said)
    expect(page.get_by_role("heading", name="Termijnen")).to_be_visible()
    expect(page.get_by_role("heading", name="Bezetting")).to_be_visible()
    assert violations(page) == []

    asks(page).get_by_role("link", name="Maatwerk goedkeuren").click()
    page.get_by_role("link", name="Maatwerkbudget: beslissen").click()
    page.get_by_label("Toekennen").check()
    page.get_by_role("button", name="Besluit vastleggen").click()
    expect(page.locator("main")).to_contain_text(str(city.budget))
    assert BudgetRequest.objects.get().state == "approved"

    page = screen.open("/dashboard/")
    expect(asks(page)).not_to_contain_text("Maatwerk goedkeuren")
    asks(page).get_by_role("link", name="Veel te laat met terugbellen").click()
    page.get_by_role("link", name=city.late.reference).click()
    page.get_by_role("link", name="Geven aan een collega").click()
    page.get_by_label("Collega").select_option(str(city.colleague.pk))
    page.locator("main form button").last.click()
    expect(page.locator("main")).to_contain_text("Noor Vos")
    assert CallbackRequest.objects.get(pk=city.late.pk).handler == city.colleague


def test_a_list_is_kept_and_found_again_on_a_phone(screen: Screen, city: SimpleNamespace):
    page = screen.use(city.manager).open("/wmo-meldingen/?selectie=niet-opgepakt")
    page.set_viewport_size({"width": NARROW, "height": HEIGHT})
    page.get_by_role("link", name="Deze weergave bewaren").click()
    page.get_by_label("Naam").fill("Van niemand")
    assert violations(page) == []
    page.get_by_role("button", name="Weergave bewaren").dblclick(no_wait_after=True)
    expect(page.get_by_text("Bewaard als “Van niemand”.")).to_be_visible()
    assert SavedView.objects.count() == 1

    page = screen.open("/dashboard/")
    page.get_by_role("link", name="Van niemand").click()
    expect(page.get_by_label("Selectie").or_(page.locator("main"))).to_be_visible()
    assert "selectie=niet-opgepakt" in page.url
