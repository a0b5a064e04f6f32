"""From a call to akkoord, and four people who are not like the others (issue 4).

Anonymous advice keeps nothing, a secret address is shown nowhere, a child signs with a parent, and
somebody who never called gets a card and a melding at once.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from playwright.sync_api import Browser, Page, expect

from cases.models import CallbackRequest, ReportVersion, Resident, Triage, WmoNotification
from clusters.models import User
from clusters.people.models import Role
from tests.factories.intakes import ANSWERS, rules_version
from tests.journeys import chapters as told
from tests.journeys.city import employee, found_organisation
from tests.journeys.stage import Screen, look, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NAME = "Mw. Harmsen"
POSTCODE, SHOWN = "1363AB", "1363 AB"


@pytest.fixture
def town(settings: Any, db: None) -> dict[str, User]:
    """The organisation with a KCC-medewerker and a wijkwerker."""
    settings.DEMO = True
    found_organisation()
    rules_version()
    people = {role.value: employee(role) for role in (Role.CONTACT_CENTRE, Role.TEAM_WORKER)}
    User.objects.update(is_demo=True)
    return people


@pytest.fixture
def worker(town: dict[str, User], browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        told.sign_in_as_demo_person(screen, Role.TEAM_WORKER)
        yield screen


def call(browser: Browser, site: str, *, secret: bool = False, name: str = NAME) -> str:
    """A caller at the desk gets a callback; returns its number."""
    with seated(browser, site) as desk:
        told.sign_in_as_demo_person(desk, Role.CONTACT_CENTRE)
        page = desk.open("/")
        page.get_by_role("button", name="Nieuw gesprek").click()
        told.fill_in_call(page, name)
        page.get_by_label("Huisnummer").fill("12")
        if secret:
            page.eval_on_selector_all(
                "main details", "all => all.forEach((each) => each.open = true)"
            )
            page.get_by_label("Geheim adres").check()
        page.get_by_role("button", name="Gesprek afronden").click()
        return told.read_aloud(desk, r"uiterlijk di 24 november")


def open_mine(screen: Screen, number: str) -> Page:
    """Take the callback from the list and open it."""
    screen.open("/terugbelverzoeken/")
    told.take_from_the_list(screen, number)
    return told.open_request(screen, number)


def open_card(page: Page) -> None:
    """From the callback to the card of the resident."""
    page.get_by_role("link", name="Kaart van de inwoner").click()
    expect(page.get_by_role("heading", name="Wie het is")).to_be_visible()


def confirm(page: Page) -> None:
    """The confirmation letter is handed over."""
    page.get_by_role("link", name="Bevestigen").click()
    page.get_by_label("Persoonlijk gegeven").check()
    page.get_by_role("button", name="Brief vastleggen").click()


def triage(page: Page) -> None:
    """Seven answers, the advice, and the same choice."""
    page.get_by_role("link", name="Triage").click()
    for name, value in ANSWERS.items():
        page.locator(f"input[name={name}][value={value}]").check()
    page.get_by_role("button", name="Advies vragen").click()
    expect(page.locator(".wt-say")).to_be_visible()
    page.get_by_role("button", name="Triage vastleggen").click()


def plan(page: Page, *guest: str) -> None:
    """Today at ten, at home, perhaps with somebody."""
    page.get_by_role("link", name="Gesprek plannen").click()
    page.get_by_label("Dag").fill("2026-11-23")
    page.get_by_label("Van", exact=True).fill("10:00")
    page.get_by_label("Tot", exact=True).fill("11:00")
    page.get_by_label("Bij de inwoner thuis").check()
    if guest:
        page.get_by_label("Persoon 1").select_option(label=guest[0])
        page.get_by_label("Naam 1").fill(guest[1])
    page.get_by_role("button", name="Gesprek plannen").click()


def talk_and_send(page: Page) -> None:
    """Begin, write on one card, conclude, write the report and send it."""
    page.get_by_role("button", name="Gesprek beginnen").click()
    page.locator("#wonen > summary").click()
    page.locator("#wonen").get_by_label("Besproken", exact=True).check()
    page.locator("#wonen-question").fill("Kan ik hier blijven wonen?")
    page.locator("#wonen-words").fill("De trap is te steil.")
    page.locator("#wonen-wish").fill("Weer in mijn eigen bed slapen.")
    page.get_by_role("button", name="Wonen en huishouden bewaren").click()
    page.get_by_role("link", name="Gesprek afronden").click()
    page.get_by_role("button", name="Afronden en verslag maken").click()
    page.locator("#id_result").fill("Wij vragen een traplift aan.")
    page.get_by_role("button", name="Concept bewaren").click()
    page.get_by_role("button", name="Vastleggen als verstuurd").click()


def test_from_a_call_to_akkoord(town: dict[str, User], browser: Browser, site: str, worker: Screen):
    number = call(browser, site)
    page = open_mine(worker, number)
    page.get_by_role("link", name="Melding vastleggen").click()
    expect(page.get_by_label("Vraag in eigen woorden")).to_have_value(told.QUESTION)
    page.get_by_label("De inwoner zelf").check()
    page.get_by_role("button", name="Melding vastleggen").click()
    expect(page.locator("main")).to_contain_text("ma 4 januari 2027")  # six weeks

    confirm(page)
    page.get_by_label("Kruimelpad").get_by_role("link").last.click()
    triage(page)
    expect(page.locator("main")).to_contain_text("Triage: Wmo-team Stadhuis")
    look(worker, "reis-melding")
    plan(page)
    talk_and_send(page)

    page.get_by_role("link", name="Versie 1", exact=True).click()
    expect(page.locator("main")).to_contain_text("De trap is te steil.")
    page.get_by_label("Kruimelpad").get_by_text("Onderzoeksverslag").click()
    page.get_by_role("link", name="Reactie vastleggen").click()
    page.get_by_label("Akkoord", exact=True).check()
    page.get_by_label("Op papier ondertekend").check()
    page.get_by_role("button", name="Reactie vastleggen").click()
    expect(page.locator("main")).to_contain_text("Telt als aanvraag vanaf ma 23 november")
    look(worker, "reis-akkoord")

    melding = WmoNotification.objects.get()
    callback = CallbackRequest.objects.get()
    assert (melding.callback, melding.resident) == (callback, callback.resident)
    assert Triage.objects.get().notification == melding
    assert ReportVersion.objects.get().reaction == "agreed"


def test_anonymous_advice_keeps_nothing_of_anybody(town: dict[str, User], worker: Screen):
    page = worker.open("/wmo-meldingen/informatie-en-advies/")
    page.get_by_label("Waar?").select_option(label="Inloop")
    page.get_by_label("Onderwerp").select_option(label="Geld en schulden")
    page.get_by_label("Wat kwam eruit?").select_option(index=1)
    page.get_by_label("Minuten").fill("10")
    page.get_by_role("button", name="Vastleggen").click()

    expect(page.locator("main")).to_contain_text("1 kort contact in 2026")
    look(worker, "reis-advies")
    assert page.locator("main textarea, main input[type=text]").count() == 0
    assert not Resident.objects.exists()


def test_a_secret_address_is_on_no_page_until_it_is_opened(
    town: dict[str, User], browser: Browser, site: str, worker: Screen
):
    number = call(browser, site, secret=True)
    page = open_mine(worker, number)
    seen = [page.content()]
    open_card(page)
    seen.append(page.content())
    page.get_by_role("link", name="Ander geheim adres vastleggen").click()
    page.get_by_label("Postcode").fill(SHOWN)
    page.get_by_label("Huisnummer").fill("12")
    page.locator("input[name=ground]").first.check()
    page.get_by_role("button", name="Geheim bewaren").click()
    expect(page.locator("#address")).to_contain_text("gesloten bewaard")
    seen.append(page.content())
    look(worker, "reis-geheim-gesloten")

    page.get_by_role("link", name="Melding vastleggen").click()
    page.get_by_label("Hoe kwam de melding binnen?").select_option(label="Inloopspreekuur")
    page.get_by_label("De inwoner zelf").check()
    page.get_by_label("Vraag in eigen woorden").fill("Ik zoek hulp in huis.")
    page.get_by_role("button", name="Melding vastleggen").click()
    seen.append(page.content())
    page.get_by_role("link", name="Bevestigen").click()
    expect(page.locator("main")).to_contain_text("geheim adres")
    seen.append(page.content())
    for path in ("/", "/wmo-meldingen/", "/terugbelverzoeken/", "/inwoners/zoeken/"):
        seen.append(worker.open(path).content())
    assert [POSTCODE in each or SHOWN in each for each in seen] == [False] * len(seen)

    worker.open(f"/inwoners/{Resident.objects.get().pk}/")
    page.get_by_text("Geheim adres tonen").click()
    page.locator("#address select").select_option(label="Huisbezoek of afspraak")
    page.get_by_role("button", name="Adres tonen").click()
    expect(page.locator("#address")).to_contain_text(f"{SHOWN} 12")
    look(worker, "reis-geheim-open")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM cases_resident")
        assert POSTCODE not in str(cursor.fetchall())


def test_a_child_signs_with_who_represents_it(
    town: dict[str, User], browser: Browser, site: str, worker: Screen
):
    number = call(browser, site, name="Sem de Wit")
    page = open_mine(worker, number)
    open_card(page)
    page.get_by_role("link", name="Gegevens wijzigen").click()
    page.get_by_label("Geboortedatum").fill("00-00-2016")
    page.get_by_role("button", name="Gegevens bewaren").click()
    expect(page.locator("main")).to_contain_text("Jonger dan twaalf")
    expect(page.locator("main")).to_contain_text("nog niet vastgelegd")

    page.get_by_role("link", name="Toevoegen aan wie vertegenwoordigt").click()
    page.get_by_label("Naam", exact=True).fill("Karin de Wit")
    page.get_by_label("Rol").select_option(label="Ouder met gezag")
    page.get_by_label("Sinds").fill("2016-05-01")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.locator("main")).to_contain_text("Jonger dan twaalf: een ouder of voogd tekent.")
    look(worker, "reis-kind")

    page.get_by_role("link", name="Melding vastleggen").click()
    page.get_by_label("Hoe kwam de melding binnen?").select_option(label="Inloopspreekuur")
    page.get_by_label("Wettelijk vertegenwoordiger of gemachtigde").check()
    page.get_by_label("Naam van de melder").fill("Karin de Wit")
    page.get_by_label("Vraag in eigen woorden").fill("Sem kan niet alleen naar school.")
    page.get_by_role("button", name="Melding vastleggen").click()
    confirm(page)
    page.get_by_label("Kruimelpad").get_by_role("link").last.click()
    plan(page, "Vertegenwoordiger", "Karin de Wit")
    expect(page.locator("main")).to_contain_text("Karin de Wit")
    look(worker, "reis-kind-gesprek")


def test_somebody_at_the_walk_in_hour_is_known_after_one_form(
    town: dict[str, User], worker: Screen
):
    page = worker.open("/wmo-meldingen/nieuw/")
    page.get_by_role("link", name="Nieuwe inwoner").click()
    page.get_by_label("Naam", exact=True).fill("Dhr. Veenstra")
    page.get_by_label("Telefoonnummer").fill("06 24681357")
    page.get_by_label("Hoe kwam de melding binnen?").select_option(label="Inloopspreekuur")
    page.get_by_label("De inwoner zelf").check()
    page.get_by_label("Vraag in eigen woorden").fill("Mijn hulp komt niet meer.")
    page.get_by_role("button", name="Melding vastleggen").dblclick(no_wait_after=True)
    expect(page.get_by_role("heading", name="Dhr. Veenstra")).to_be_visible()
    assert WmoNotification.objects.count() == Resident.objects.count() == 1
