"""From a file of the bank to an advance that is repaid."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect

from budgets.bank.models import BankMatch
from budgets.requests.models import BudgetRequest, Debtor, Fund, HelpForm, Return
from budgets.requests.services import decide_request, pay_request
from clusters.models import Team
from clusters.people.models import Role
from tests.factories.bank import csv_file, csv_line
from tests.factories.budgets import DAY, a_pot, ask, lists
from tests.factories.dossiers import FileFactory
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import Screen, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def city(db: None) -> SimpleNamespace:
    """An advance for a fridge that a fund pays back."""
    found_organisation()
    lists()
    now, today = timezone.now(), timezone.localdate()
    a_pot(year=today.year, begun_at=now)
    worker, manager = employee(Role.TEAM_WORKER), employee(Role.TEAM_MANAGER)
    controller = employee(Role.CONTROLLER)
    file = FileFactory(team=Team.objects.get(code=TEAM), director=worker, opened_at=now)
    fund = Fund.objects.get(code="bijzondere-bijstand")
    back = Return(Debtor.FUND, fund, "", today + 30 * DAY)
    advance = ask(file, worker, 50_000, form=HelpForm.ADVANCE, back=back, at=now)
    if advance.state == "waiting":
        decide_request(request_id=advance.pk, outcome="approve", words="", by=manager)
    pay_request(request_id=advance.pk, amount=50_000, by=controller)
    return SimpleNamespace(controller=controller, advance=advance, today=today)


@pytest.fixture
def screen(city: SimpleNamespace, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        yield screen


def bank_file(city: SimpleNamespace) -> Any:
    """Two instalments, and somebody whom nobody knows."""
    told = {"day": city.today, "words": f"Bijzondere bijstand {city.advance}"}
    lines = [csv_line(20_000, **told), csv_line(30_000, **told)]
    lines.append(csv_line(4_321, day=city.today, name="Onbekende gever"))
    return {"name": "afschrift.csv", "mimeType": "text/csv", "buffer": csv_file(lines)}


def test_from_a_file_of_the_bank_to_repaid(screen: Screen, city: SimpleNamespace):
    page = screen.use(city.controller).open("/maatwerkbudget/")
    page.get_by_role("link", name="Bankregels").click()
    page.get_by_role("link", name="Bankbestand inlezen").click()
    file = bank_file(city)
    page.get_by_label("Bankbestand", exact=True).set_input_files(files=[file])
    page.get_by_role("button", name="Inlezen").dblclick(no_wait_after=True)
    expect(page.get_by_text("Zonder koppeling (3)")).to_be_visible()

    expect(page.get_by_role("checkbox")).to_have_count(2)
    page.wait_for_selector("[aria-keyshortcuts='Alt+K']")  # and the keys work
    page.keyboard.press("Alt+k")
    expect(page.locator("main")).to_contain_text("U koppelt 2 regels. Samen komt er €\xa0500,00")
    page.get_by_role("button", name="2 regels koppelen").dblclick(no_wait_after=True)
    expect(page.get_by_text("Zonder koppeling (1)")).to_be_visible()
    assert BudgetRequest.objects.get(pk=city.advance.pk).advance == "repaid"
    assert BankMatch.objects.count() == 2

    page = screen.open("/")
    page.get_by_role("link", name="Bankregel zonder koppeling").click()
    expect(page.locator("main")).to_contain_text("Onbekende gever")
    page.get_by_role("link", name="Opzij leggen").click()
    page.get_by_label("Waarom hoort deze regel nergens bij?").fill("Gift aan het team.")
    page.get_by_role("button", name="Opzij leggen").click()
    expect(page.get_by_text("Vastgelegd.")).to_be_visible()

    page = screen.open("/maatwerkbudget/bankregels/inlezen/")
    page.get_by_label("Bankbestand", exact=True).set_input_files(files=[file])
    page.get_by_role("button", name="Inlezen").click()
    expect(page.get_by_text("Dit bestand was al ingelezen.")).to_be_visible()
    page.get_by_role("link", name="Gekoppeld (2)").click()
    page.get_by_role("link", name="BR-").first.click()
    page.get_by_role("button", name="Terugdraaien").click()
    expect(page.get_by_text("De koppeling is teruggedraaid.")).to_be_visible()
    assert BudgetRequest.objects.get(pk=city.advance.pk).advance == "open"
