"""A signal is written down on a phone, nobody goes, the manager hears it, then somebody does."""

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect

from cases.models import OutreachAttempt, Resident, Signal, WmoNotification
from cases.signals.services import empty_old_signals, remind_of_signals
from clusters.models import Neighbourhood, Notice, Team
from clusters.people.models import Role
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import HEIGHT, NARROW, Screen, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = "De gordijnen zijn al een week dicht."
DAY = timedelta(days=1)


@pytest.fixture
def city(db: None) -> SimpleNamespace:
    """Two wijkwerkers and their manager; nobody knows a resident."""
    found_organisation()
    cluster = Team.objects.get(code=TEAM).cluster
    place = Neighbourhood.objects.filter(assignments__cluster=cluster).order_by("pk")[0]
    writer = employee(Role.TEAM_WORKER)
    goer = employee(Role.TEAM_WORKER, "goer", "Truus", "Bakker")
    manager = employee(Role.TEAM_MANAGER)
    return SimpleNamespace(writer=writer, goer=goer, manager=manager, place=place)


@pytest.fixture
def screen(city: SimpleNamespace, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        yield screen


def test_from_a_word_in_the_street_to_a_melding(screen: Screen, city: SimpleNamespace):
    row = _write_down(screen, city)
    assert Resident.objects.count() == 0
    row.plan(timezone.localdate() - 30 * DAY)
    row.save()
    assert remind_of_signals(at=timezone.now()) == 1
    assert Notice.objects.get(dedup_key__contains="missed").person == city.manager

    page = screen.use(city.manager).open("/meldingen/")
    page.get_by_role("button", name=f"Signaal {row} is niet opgepakt").click()
    expect(page.locator("main")).to_contain_text("leest alleen wie het signaal heeft")
    expect(page.locator("main")).not_to_contain_text(WORDS)
    page.get_by_role("link", name="Geven aan een collega").click()
    page.get_by_label("Collega").select_option(value=str(city.goer.pk))
    page.get_by_role("button", name="Geven aan deze collega").click()
    expect(page.get_by_text(f"{row} is gegeven aan uw collega.")).to_be_visible()

    _go_there(screen, city, row)
    page = screen.page
    page.get_by_label("De persoon vindt het goed").check()
    page.get_by_role("button", name="Vastleggen").click()
    page.get_by_role("link", name="Melding van een nieuwe inwoner").click()
    expect(page.get_by_label("Vraag in eigen woorden")).to_have_value(WORDS)
    page.get_by_label("Naam", exact=True).fill("Jan Bos")
    page.get_by_role("button", name="Melding vastleggen").dblclick(no_wait_after=True)
    expect(page.get_by_text(f"{row} is afgesloten.")).to_be_visible()
    made = WmoNotification.objects.get()
    assert (made.resident.name, made.channel) == ("Jan Bos", "outreach")

    page = screen.use(city.manager).open("/signalen/cijfers/")
    page.get_by_role("row", name=city.place.name).get_by_role("link", name="1").click()
    expect(page.get_by_role("link", name=str(row))).to_be_visible()
    assert empty_old_signals(at=timezone.now() + 366 * DAY) == 1
    page = screen.use(city.goer).open(f"/signalen/{row.pk}/")
    expect(page.locator("main")).to_contain_text("bewaartermijn is voorbij")
    expect(page.locator("main")).not_to_contain_text(WORDS)


def _write_down(screen: Screen, city: SimpleNamespace) -> Signal:
    """On a phone, with a mistake and a double click."""
    page = screen.use(city.writer).open("/signalen/")
    page.set_viewport_size({"width": NARROW, "height": HEIGHT})
    page.get_by_role("link", name="Signaal vastleggen").click()
    page.get_by_text("Binnen drie werkdagen").click()
    page.get_by_label("Wat is de grootste zorg?").select_option("lonely")
    page.get_by_label("Wat is er gezien of gehoord?").fill(WORDS)
    page.get_by_label("Van wie komt het?").select_option("neighbour")
    page.get_by_label("De melder wil anoniem blijven").check()
    page.get_by_role("button", name="Signaal vastleggen").click()
    expect(page.get_by_role("alert")).to_contain_text("kies de wijk")
    page.get_by_label("Of de wijk").select_option(value=str(city.place.pk))
    page.get_by_role("button", name="Signaal vastleggen").dblclick(no_wait_after=True)
    expect(page.locator("main")).to_contain_text(WORDS)
    return Signal.objects.get()


def _go_there(screen: Screen, city: SimpleNamespace, row: Signal) -> None:
    """From Mijn werk, on a phone, in a minute."""
    page = screen.use(city.goer).open("/")
    page.get_by_role("link", name=f"Signaal {row}").click()
    expect(page.locator("main")).to_contain_text("Noem de melder niet.")
    page.get_by_role("link", name="Poging vastleggen").click()
    page.get_by_text("Langs geweest").click()
    page.get_by_text("Gesproken", exact=True).click()
    page.get_by_label("Kort: wat zag of hoorde u?").fill("Hij wil hulp.")
    page.get_by_role("button", name="Poging bewaren").dblclick(no_wait_after=True)
    expect(page.get_by_role("heading", name="Mag u verder?")).to_be_visible()
    assert OutreachAttempt.objects.get().result == "spoken"
