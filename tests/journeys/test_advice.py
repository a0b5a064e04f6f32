"""Advice is asked of a colleague and of W&I, answered, and read; the regie stays where it is."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect

from cases.advice.models import AdviceRequest
from clusters.models import Membership, Team
from clusters.people.models import Role
from tests.factories.advice import consent_for, specialist
from tests.factories.dossiers import FileFactory, HelpRequestFactory
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import Screen, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def city(db: None) -> SimpleNamespace:
    """A dossier with a question, a colleague who knows about GGZ, and a consent for W&I."""
    found_organisation()
    team, now = Team.objects.get(code=TEAM), timezone.now()
    worker = employee(Role.TEAM_WORKER)
    file = FileFactory(team=team, director=worker, opened_at=now)
    HelpRequestFactory(file=file, asked_at=now, words="Ik zie het niet meer zitten.")
    ggz = specialist(employee(Role.TEAM_WORKER, "ggz", "Ria", "Smit"))
    consent_for(file.resident, "wi", given_on=timezone.localdate())
    return SimpleNamespace(worker=worker, ggz=ggz, file=file)


@pytest.fixture
def screen(city: SimpleNamespace, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        yield screen


def test_advice_of_a_colleague_and_of_somebody_outside(screen: Screen, city: SimpleNamespace):
    seat = Membership.objects.get(user=city.ggz)
    page = screen.use(city.worker).open(f"/dossiers/{city.file.pk}/")
    page.get_by_role("link", name="Advies vragen").click()
    page.get_by_label("Aan wie vraagt u het?").select_option(value=f"collega-{seat.pk}")
    page.get_by_label("Meedenken over deze vraag").check()
    page.get_by_label("Uw vraag").fill("Wat raad je aan?")
    page.get_by_role("button", name="Advies vragen").dblclick(no_wait_after=True)
    expect(page.get_by_text("De adviesvraag is vastgelegd.")).to_be_visible()
    advice = AdviceRequest.objects.get()
    expect(page.get_by_role("link", name=str(advice))).to_be_visible()

    page = screen.use(city.ggz).open("/")
    page.get_by_role("link", name=f"Advies geven {advice}").click()
    expect(page.locator("main")).to_contain_text("Wat raad je aan?")
    expect(page.locator("main")).not_to_contain_text("Ik zie het niet meer zitten.")
    page.get_by_role("link", name="Advies geven").click()
    page.get_by_label("Wat is het antwoord?").fill("Ga samen naar de huisarts.")
    page.get_by_role("button", name="Antwoord vastleggen").click()
    expect(page.get_by_text("Het antwoord is vastgelegd.")).to_be_visible()

    page = screen.use(city.worker).open("/")
    page.get_by_role("link", name=f"Advies lezen {advice}").click()
    expect(page.locator("main")).to_contain_text("Ga samen naar de huisarts.")
    page.get_by_role("button", name="Antwoord gelezen").click()
    expect(page.get_by_text("is gelezen")).to_be_visible()

    page = screen.open(f"/adviesvragen/dossier/{city.file.pk}/vragen/")
    page.get_by_label("Aan wie vraagt u het?").select_option(value="buiten")
    page.get_by_label("Wat voor iemand is dat?").select_option(value="wi")
    page.get_by_label("Naam (niet verplicht)").fill("W. de Werk")
    page.get_by_label("Organisatie").fill("Gemeente, afdeling W&I")
    page.get_by_label("Meedenken over deze vraag").check()
    page.get_by_label("Uw vraag").fill("Loopt er een uitkering?")
    page.get_by_role("button", name="Advies vragen").click()
    outside = AdviceRequest.objects.latest("pk")
    page = screen.open("/")
    page.get_by_role("link", name=f"Antwoord vragen {outside}").click()
    page.get_by_role("link", name="Antwoord noteren").click()
    page.get_by_label("Wat is het antwoord?").fill("Ja, sinds mei.")
    page.get_by_role("button", name="Antwoord vastleggen").click()
    page = screen.open(f"/dossiers/{city.file.pk}/")
    expect(page.locator("main")).to_contain_text("Ja, sinds mei.")
    expect(page.locator("main")).to_contain_text(f"Casusregisseur: {city.worker}")
