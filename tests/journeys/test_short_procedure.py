"""From what a wijkverpleegkundige hands in to the cards of the talk that need not ask it again."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from cases.models import (
    DataCategory,
    HolderType,
    ProfessionalAssessment,
    RecipientKind,
    SharingGround,
    WmoNotification,
)
from cases.procedures.models import LegalItem
from clusters.models import Team, User
from clusters.people.models import Role
from common.reference import sync
from tests.factories.cases import MONDAY, CallbackFactory, ResidentFactory
from tests.factories.talks import TalkFactory
from tests.journeys import chapters as told
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import Screen, look, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MARK = "Bekend van wijkverpleegkundige Van Loon (Zorggroep), 3 november 2026"


@pytest.fixture
def number(settings: Any, db: None) -> str:
    """A callback of the team, that makes the resident known."""
    settings.DEMO = True
    found_organisation()
    for model in (HolderType, RecipientKind, DataCategory, SharingGround):
        sync(model)
    employee(Role.TEAM_WORKER)
    resident = ResidentFactory(name="Mw. Harmsen", birth_date="1950-02-28")
    callback = CallbackFactory(team=Team.objects.get(code=TEAM), resident=resident)
    User.objects.update(is_demo=True)
    return str(callback)


@pytest.fixture
def worker(number: str, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        told.sign_in_as_demo_person(screen, Role.TEAM_WORKER)
        yield screen


def fill_in(page: Page) -> None:
    """Everything but one legal item."""
    page.get_by_label("Wat voor professional?").select_option(label="Wijkverpleegkundige")
    page.get_by_label("Naam", exact=True).fill("Van Loon")
    page.get_by_label("Organisatie", exact=True).fill("Zorggroep")
    page.get_by_label("Telefoon", exact=True).fill("036 5000000")
    page.locator("#id_assessed_on").fill("2026-11-03")
    page.get_by_label("De inwoner zelf", exact=True).check()
    page.get_by_label("Mondeling").check()
    page.locator("#id_consent_on").fill("2026-11-03")
    page.locator("#id_consent_until").fill("2027-11-03")
    page.locator("#id_question").fill("Ik wil hulp in huis.")
    page.locator("#id_known_wonen").fill("Kan de trap niet meer op.")
    for item in LegalItem.values:
        if item != LegalItem.CARER:
            page.locator(f"#id_item_{item}").check()
    page.locator("#id_application_wished_on").fill("2026-11-23")


def test_from_the_form_to_the_cards_that_need_not_ask_again(worker: Screen, number: str):
    page = worker.open("/wmo-meldingen/")
    page.get_by_role("link", name="Verkorte procedure").click()
    page.get_by_label("Nummer van een terugbelverzoek").fill(number)
    page.get_by_role("button", name="Verder").click()
    fill_in(page)
    page.get_by_role("button", name="Verkorte procedure vastleggen").click()
    expect(page.locator("main")).to_contain_text("of schrijf op waarom niet")
    look(worker, "verkorte-procedure-fout")
    page.locator("#id_reason_d").fill("De mantelzorger is al in beeld.")
    page.get_by_role("button", name="Verkorte procedure vastleggen").dblclick(no_wait_after=True)

    expect(page.locator("main")).to_contain_text("Advies zonder mandaat")
    melding = WmoNotification.objects.get()
    look(worker, "verkorte-procedure-melding")
    page.get_by_role("link", name="Lees wat is aangeleverd").click()
    expect(page.locator("main")).to_contain_text("De mantelzorger is al in beeld.")

    WmoNotification.objects.update(state="confirmed", confirmed_at=MONDAY)
    melding.refresh_from_db()
    talk = TalkFactory(notification=melding, starts_at=MONDAY, ends_at=MONDAY.replace(hour=12))
    worker.open(f"/keukentafelgesprekken/{talk.pk}/")
    page.get_by_role("button", name="Gesprek beginnen").click()
    expect(page.locator("#wonen > summary")).to_contain_text("niet opnieuw vragen")
    page.locator("#wonen > summary").click()
    expect(page.locator("#wonen")).to_contain_text(f"{MARK} – niet opnieuw vragen")
    expect(page.locator("#wonen")).to_contain_text("Kan de trap niet meer op.")
    look(worker, "verkorte-procedure-tafel")

    page.get_by_role("link", name="Toch bespreken").click()
    page.get_by_label("Waarom bespreekt u dit toch?").fill("Mevrouw begon er zelf over.")
    page.get_by_role("button", name="Toch bespreken").click()
    page.locator("#wonen > summary").click()
    expect(page.locator("#wonen")).to_contain_text("Mevrouw begon er zelf over.")
    assert ProfessionalAssessment.objects.get().is_lifted
