"""The huisarts referred somebody; with consent the practice hears one sentence."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect

from cases.models import Feedback
from clusters.models import Team
from clusters.people.models import Role
from tests.factories.advice import consent_for, kind
from tests.factories.dossiers import FileFactory
from tests.factories.liaisons import LiaisonFactory
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import Screen, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def city(db: None) -> SimpleNamespace:
    """A dossier, and the practice that the team knows."""
    found_organisation()
    team, now = Team.objects.get(code=TEAM), timezone.now()
    worker = employee(Role.TEAM_WORKER)
    file = FileFactory(team=team, director=worker, opened_at=now)
    kind("huisarts")
    pin = LiaisonFactory(team=team, kind="huisarts", valid_from=timezone.localdate())
    return SimpleNamespace(worker=worker, file=file, pin=pin)


@pytest.fixture
def screen(city: SimpleNamespace, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        yield screen


def test_the_practice_hears_one_sentence(screen: Screen, city: SimpleNamespace):
    page = screen.use(city.worker).open(f"/dossiers/{city.file.pk}/")
    page.get_by_role("link", name="Verwijzer vastleggen").click()
    page.get_by_label("Wie verwees de inwoner?").select_option(value=f"pin-{city.pin.pk}")
    page.get_by_role("button", name="Verwijzer vastleggen").dblclick(no_wait_after=True)
    expect(page.get_by_text("De verwijzer is vastgelegd.")).to_be_visible()
    row = Feedback.objects.get()

    page = screen.open("/")
    page.get_by_role("link", name=f"Terugkoppelen {row}").click()
    expect(page.locator("main")).to_contain_text("Er is geen toestemming")
    expect(page.get_by_role("link", name="Terugkoppelen", exact=True)).to_have_count(0)
    consent_for(city.file.resident, "huisarts", given_on=timezone.localdate())
    page.reload()
    page.get_by_role("link", name="Terugkoppelen", exact=True).click()
    page.get_by_label("Wij zijn met de inwoner aan de slag.").check()
    page.get_by_label("Telefoon").check()
    page.get_by_role("button", name="Terugkoppeling vastleggen").dblclick(no_wait_after=True)
    expect(page.get_by_text("Bewaard.").first).to_be_visible()
    page = screen.open(f"/dossiers/{city.file.pk}/")
    expect(page.locator("main")).to_contain_text("Wij zijn met de inwoner aan de slag.")
