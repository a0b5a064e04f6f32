"""Money for a resident: at once, as an advance that comes back or does not, and above a mandate."""

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from budgets.ledger.balances import balances_of
from budgets.ledger.checking import faults
from budgets.requests.checking import EVERYTHING
from budgets.requests.models import BudgetRequest
from budgets.requests.services import look_after_budgets
from clusters.models import Team
from clusters.people.models import Role
from tests.factories.budgets import IBAN, a_pot, lists
from tests.factories.cases import ResidentFactory
from tests.factories.dossiers import FileFactory
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import Screen, look, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NAME, DAY = "Fatima Azouz", timedelta(days=1)
WHY = "De koelkast is stuk en er is een baby."


@pytest.fixture
def city(db: None) -> SimpleNamespace:
    """A dossier of a wijkwerker, who decides above that, who pays, and the pot of the city."""
    found_organisation()
    lists()
    team = Team.objects.get(code=TEAM)
    worker = employee(Role.TEAM_WORKER)
    resident = ResidentFactory(name=NAME)
    own = {"director": worker, "opened_at": timezone.now()}
    file = FileFactory(resident=resident, team=team, **own)
    manager, general = employee(Role.TEAM_MANAGER), employee(Role.GENERAL_MANAGER)
    second = employee(Role.GENERAL_MANAGER, "second", "Henk", "Jansen")
    controller, pot = employee(Role.CONTROLLER), a_pot()
    people = {"manager": manager, "general": general, "second": second, "controller": controller}
    return SimpleNamespace(worker=worker, file=file, pot=pot, team=team, **people)


@pytest.fixture
def screen(city: SimpleNamespace, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        yield screen


def test_an_urgent_gift_is_paid_within_the_hour(screen: Screen, city: SimpleNamespace, clock: Any):
    began = timezone.now()
    row = _ask(screen, city, "300", urgent=True)
    assert row.state == "waiting"

    clock.shift(600)
    page = screen.use(city.manager).open("/meldingen/")
    expect(page.locator("main")).to_contain_text(f"Spoed: aanvraag maatwerkbudget {row}")
    expect(page.locator("main")).not_to_contain_text(NAME)
    page.get_by_role("button", name=f"Spoed: aanvraag maatwerkbudget {row}").click()
    page.get_by_role("link", name="Beslissen").click()
    expect(page.locator("main")).to_contain_text("€ 105.000,00")
    look(screen, "reis-budget-spoed-besluit")
    _decide(page, "Toekennen")

    clock.shift(600)
    page = screen.use(city.controller).open(f"/maatwerkbudget/aanvragen/{row.pk}/")
    expect(page.locator("main")).not_to_contain_text("koelkast")
    page.get_by_role("link", name="Betaling vastleggen").click()
    expect(page.locator("main")).to_contain_text("NL91 ABNA 0417 1643 00")
    expect(page.get_by_label("Betaald bedrag")).to_have_value("300,00")
    page.get_by_label("Betaald bedrag").fill("289,95")
    page.get_by_role("button", name="Betaling vastleggen").dblclick(no_wait_after=True)
    expect(page.get_by_text("Vastgelegd.")).to_be_visible()

    row.refresh_from_db()
    assert row.paid_at is not None
    assert row.paid_at - began < timedelta(hours=1)
    assert _balance(city) == (10_471_005, 0, 28_995, 0)
    page = screen.use(city.worker).open(f"/maatwerkbudget/aanvragen/{row.pk}/")
    expect(page.locator("main")).to_contain_text("€ 289,95")
    look(screen, "reis-budget-spoed-betaald")


def test_a_fund_repays_a_fridge_in_two_parts_after_a_reminder(
    screen: Screen, city: SimpleNamespace, clock: Any
):
    row = _ask(screen, city, "450", fund="Bijzondere bijstand")
    _approve_and_pay(screen, city, row, "450")
    clock.shift(32 * DAY)
    assert look_after_budgets(at=timezone.now()) == 1

    page = screen.use(city.worker).open("/meldingen/")
    told = f"Het voorschot van {row} is 2 dagen te laat"
    page.get_by_role("button", name=told).click()
    expect(page.locator("main")).to_contain_text("Bijzondere bijstand")
    expect(page.locator("main")).to_contain_text("2 dagen te laat")
    look(screen, "reis-budget-te-laat")

    screen.use(city.controller)
    _repay(screen, row, "150,00")
    expect(screen.page.locator("main")).to_contain_text("€ 300,00")
    assert _balance(city) == (10_470_000, 0, 0, 30_000)
    page = screen.open(f"/maatwerkbudget/aanvragen/{row.pk}/terugbetaling/")
    page.get_by_label("Terugontvangen bedrag").fill("300,01")
    page.get_by_role("button", name="Terugbetaling vastleggen").click()
    expect(page.get_by_role("alert")).to_contain_text("Er staat nog € 300,00 open.")
    look(screen, "reis-budget-te-veel-terug")
    _repay(screen, row, "300")
    expect(screen.page.locator("main")).to_contain_text("Terugbetaald")
    look(screen, "reis-budget-terugbetaald")
    assert _balance(city) == (10_500_000, 0, 0, 0)
    assert look_after_budgets(at=timezone.now() + 60 * DAY) == 0


def test_the_fund_refuses_and_it_becomes_a_gift(screen: Screen, city: SimpleNamespace):
    row = _ask(screen, city, "450", fund="Bijzondere bijstand")
    _approve_and_pay(screen, city, row, "450")
    _repay(screen.use(city.controller), row, "50")

    page = screen.use(city.worker).open(f"/maatwerkbudget/aanvragen/{row.pk}/")
    page.get_by_role("link", name="Fonds weigert").click()
    page.get_by_label("Waarom?").fill("Het inkomen is te hoog.")
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.locator("main")).to_contain_text("Geweigerd door het fonds")

    page = screen.use(city.manager).open("/meldingen/")
    page.get_by_role("button", name=f"Het fonds betaalt het voorschot van {row} niet").click()
    expect(page.locator("main")).to_contain_text("Het inkomen is te hoog.")
    page.get_by_role("link", name="Hoe gaat het verder?").click()
    expect(page.locator("main")).to_contain_text("Het inkomen is te hoog.")
    look(screen, "reis-budget-hoe-verder")
    page.get_by_label("Het wordt een gift").check()
    page.get_by_role("button", name="Besluit vastleggen").dblclick(no_wait_after=True)
    expect(page.locator("main")).to_contain_text("Omgezet in gift")
    look(screen, "reis-budget-gift")
    assert _balance(city) == (10_460_000, 0, 40_000, 0)


def test_above_the_mandate_and_when_somebody_knows_the_payee(screen: Screen, city: SimpleNamespace):
    passed = _ask(screen, city, "1.000,50")
    page = screen.use(city.manager).open(f"/maatwerkbudget/aanvragen/{passed.pk}/besluit/")
    page.get_by_label("Algemeen manager beslist").check()
    page.get_by_role("button", name="Besluit vastleggen").click()
    expect(page.get_by_role("alert")).to_contain_text("Schrijf kort op waarom.")
    expect(page.get_by_label("Algemeen manager beslist")).to_be_checked()
    page.get_by_label("Toelichting").fill("Ik ken de winkel.")
    page.get_by_role("button", name="Besluit vastleggen").click()
    expect(page.get_by_text("Vastgelegd.")).to_be_visible()
    expect(page.get_by_role("link", name="Beslissen")).to_have_count(0)

    known = _ask(screen, city, "40", conflict=True)
    above = _ask(screen, city, "2.500,01")
    assert {known.level, above.level} == {"general"}
    page = screen.use(city.manager).open(f"/maatwerkbudget/aanvragen/{known.pk}/")
    expect(page.get_by_role("link", name="Beslissen")).to_have_count(0)

    page = screen.use(city.general).open("/meldingen/")
    page.get_by_role("button", name=f"Aanvraag maatwerkbudget {known}").click()
    expect(page.locator("main")).to_contain_text("kent de inwoner of de ontvanger")
    page = screen.open(f"/maatwerkbudget/aanvragen/{passed.pk}/besluit/")
    expect(page.locator("main")).to_contain_text("Ik ken de winkel.")
    expect(page.get_by_label("Algemeen manager beslist")).to_have_count(0)
    look(screen, "reis-budget-doorgezet")
    _decide(page, "Toekennen")
    for row in (known, above):
        page = screen.open(f"/maatwerkbudget/aanvragen/{row.pk}/besluit/")
        _decide(page, "Afwijzen", "Er is een andere weg.")
    look(screen, "reis-budget-afgewezen")
    page = screen.open("/maatwerkbudget/aanvragen/")
    look(screen, "reis-budget-lijst-algemeen")
    assert _balance(city) == (10_399_950, 100_050, 0, 0)


def _ask(
    screen: Screen,
    city: SimpleNamespace,
    amount: str,
    *,
    urgent: bool = False,
    fund: str = "",
    conflict: bool = False,
) -> BudgetRequest:
    """From the dossier, in one screen, and sent twice."""
    page = screen.use(city.worker).open(f"/dossiers/{city.file.pk}/")
    page.get_by_role("link", name="Maatwerkbudget aanvragen").click()
    page.get_by_label("Waarvoor").select_option(value="huisraad")
    page.get_by_label("Bedrag").fill(amount)
    page.get_by_label("Spoed").set_checked(urgent)
    page.get_by_label("Waarom helpt dit?").fill(WHY)
    page.get_by_label("Aan wie?").fill("Witgoed Almere")
    page.get_by_label("Rekeningnummer").fill(IBAN)
    page.get_by_label("persoonlijk").set_checked(conflict)
    if fund:
        page.get_by_label("Voorschot: het komt terug").check()
        page.get_by_label("Wie betaalt terug?").select_option(value="fund")
        page.get_by_label("Welk fonds?").select_option(label=fund)
        day = timezone.localdate() + 30 * DAY
        page.get_by_label("Terug verwacht op").fill(day.isoformat())
        look(screen, "reis-budget-aanvragen")
    page.get_by_role("button", name="Aanvragen").dblclick(no_wait_after=True)
    expect(page.get_by_role("heading", name="Waarom helpt dit")).to_be_visible()
    return BudgetRequest.objects.latest("pk")


def _approve_and_pay(screen: Screen, city: SimpleNamespace, row: BudgetRequest, cents: str) -> None:
    page = screen.use(city.manager).open(f"/maatwerkbudget/aanvragen/{row.pk}/besluit/")
    _decide(page, "Toekennen")
    page = screen.use(city.controller).open(f"/maatwerkbudget/aanvragen/{row.pk}/betalen/")
    page.get_by_label("Betaald bedrag").fill(cents)
    page.get_by_role("button", name="Betaling vastleggen").click()
    expect(page.get_by_text("Vastgelegd.")).to_be_visible()


def _decide(page: Page, outcome: str, words: str = "") -> None:
    page.get_by_label(outcome).check()
    page.get_by_label("Toelichting").fill(words)
    page.get_by_role("button", name="Besluit vastleggen").dblclick(no_wait_after=True)
    expect(page.get_by_text("Vastgelegd.")).to_be_visible()


def _repay(screen: Screen, row: BudgetRequest, amount: str) -> None:
    """As the receipt at the bank says, sent twice."""
    page = screen.open(f"/maatwerkbudget/aanvragen/{row.pk}/")
    page.get_by_role("link", name="Terugbetaling vastleggen").click()
    page.get_by_label("Terugontvangen bedrag").fill(amount)
    page.get_by_role("button", name="Terugbetaling vastleggen").dblclick(no_wait_after=True)
    expect(page.get_by_text("Vastgelegd.")).to_be_visible()


def _balance(city: SimpleNamespace) -> tuple[int, int, int, int]:
    """Available, reserved, paid, still to come back; and nothing is wrong with the ledger."""
    assert faults(EVERYTHING) == []
    found = balances_of([city.pot])[city.pot.pk]
    return (found.available, found.reserved, found.paid, found.receivable)
