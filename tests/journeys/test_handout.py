"""Ill this morning: the work goes to who is there, and back. A worker leaves: not before that."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser, Page, expect

from cases.handout.models import HandOut
from cases.models import CallbackRequest, ResidentFile, WmoNotification
from clusters.models import Absence, Membership, Team
from clusters.people.models import Role
from tests.factories.cases import CallbackFactory
from tests.factories.dossiers import FileFactory
from tests.factories.intakes import NotificationFactory
from tests.factories.todos import TaskFactory
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import HEIGHT, NARROW, Screen, seated, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def city(db: None) -> SimpleNamespace:
    """A wijkwerker with a call, a melding and a dossier with a task; a colleague; the manager."""
    found_organisation()
    team = Team.objects.get(code=TEAM)
    ill = employee(Role.TEAM_WORKER, "ill", "Noor", "Bakker")
    colleague = employee(Role.TEAM_WORKER)
    callback = CallbackFactory(team=team, claimed=True, handler=ill)
    file = FileFactory(team=team, director=ill, complexity="complex")
    TaskFactory(file=file, owner=ill)
    NotificationFactory(team=team, handler=ill)
    return SimpleNamespace(
        ill=ill,
        colleague=colleague,
        callback=callback,
        file=file,
        manager=employee(Role.TEAM_MANAGER),
        maintainer=employee(Role.APPLICATION_MANAGER),
    )


@pytest.fixture
def screen(city: SimpleNamespace, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        yield screen


def _everything_of(page: Page) -> None:
    page.get_by_role("link", name="Alles", exact=True).click()
    expect(page.get_by_role("heading", name="Zo wordt de verdeling")).to_be_visible()


def test_ill_this_morning(screen: Screen, city: SimpleNamespace):
    page = screen.use(city.manager).open(f"/afwezigheid/medewerkers/{city.ill.pk}/invoeren/")
    page.get_by_text("Ziek", exact=True).click()
    page.get_by_label("Eerste dag").fill("2026-11-23")
    page.get_by_label("Laatste dag").fill("2026-11-27")
    page.get_by_role("button", name="Afwezigheid invoeren").click()
    expect(page.get_by_role("heading", name="Afwezigheid van Noor Bakker")).to_be_visible()
    assert Absence.objects.get().employee == city.ill
    page.get_by_role("link", name="Werk uitdelen").click()

    expect(page.locator("main")).to_contain_text("gaat mee met het dossier")
    expect(page.locator("main")).to_contain_text(str(city.colleague))
    assert violations(page) == []
    page.set_viewport_size({"width": NARROW, "height": HEIGHT})
    page.get_by_role("button", name="Verdeling opnieuw tonen").click()
    expect(page.get_by_role("heading", name="Zo wordt de verdeling")).to_be_visible()
    assert not HandOut.objects.exists()
    page.get_by_role("button", name="Uitdelen", exact=True).dblclick(no_wait_after=True)
    expect(page.get_by_role("heading", name="Uitgedeeld werk van Noor Bakker")).to_be_visible()
    assert HandOut.objects.count() == 1
    assert CallbackRequest.objects.get().handler == city.colleague
    assert WmoNotification.objects.get().handler == city.ill  # not before weeks from now

    page = screen.use(city.colleague).open("/")
    expect(page.locator("main")).to_contain_text(str(city.callback))
    page = screen.open(f"/dossiers/{city.file.pk}/")
    expect(page.locator("main")).to_contain_text("Casusregie overgedragen")

    page = screen.use(city.manager).open(f"/werklast/uitgedeeld/{HandOut.objects.get().pk}/")
    page.get_by_role("button", name="Alles terugdraaien").click()
    expect(page.locator("main")).to_contain_text("Teruggedraaid")
    assert ResidentFile.objects.get().director == city.ill
    assert CallbackRequest.objects.get().handler == city.ill


def test_who_leaves_hands_over_first(screen: Screen, city: SimpleNamespace):
    held = Membership.objects.get(user=city.ill)
    url = f"/beheer/clusters/membership/{held.pk}/change/"
    page = screen.use(city.maintainer).open(url)
    _end_today(page)
    expect(page.locator("main")).to_contain_text("Er ligt nog werk bij deze medewerker")

    page = screen.use(city.manager).open(f"/werklast/medewerkers/{city.ill.pk}/uitdelen/")
    _everything_of(page)
    page.get_by_text("Vertrekt of gaat naar een ander team").click()
    page.get_by_role("button", name="Uitdelen", exact=True).click()
    expect(page.get_by_role("heading", name="Uitgedeeld werk van Noor Bakker")).to_be_visible()

    page = screen.use(city.maintainer).open(url)
    _end_today(page)
    page.wait_for_load_state()
    held.refresh_from_db()
    assert held.valid_until is not None


def _end_today(page: Page) -> None:
    page.get_by_label("tot en met").fill("2026-11-23")
    page.locator("input[name=_save], button[name=_save]").first.click()
