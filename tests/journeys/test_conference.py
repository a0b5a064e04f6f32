"""Advice from W&I at a casustafel: planned, brought, discussed and kept; the regie stays."""

import re
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect

from cases.conferences.models import Conference, ConferenceItem
from cases.models import Task
from clusters.models import Membership, Team
from clusters.people.models import Role
from tests.factories.advice import consent_for
from tests.factories.dossiers import FileFactory, HelpRequestFactory
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import Screen, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SECRET = "Ik zie het niet meer zitten."


@pytest.fixture
def city(db: None) -> SimpleNamespace:
    """A dossier with a question, a linking pin of W&I, and a consent for W&I."""
    found_organisation()
    team, now = Team.objects.get(code=TEAM), timezone.now()
    worker = employee(Role.TEAM_WORKER)
    file = FileFactory(team=team, director=worker, opened_at=now)
    HelpRequestFactory(file=file, asked_at=now, words=SECRET)
    consent_for(file.resident, "wi", given_on=timezone.localdate())
    manager, liaison = employee(Role.TEAM_MANAGER), employee(Role.LIAISON)
    return SimpleNamespace(worker=worker, manager=manager, liaison=liaison, file=file, team=team)


@pytest.fixture
def screen(city: SimpleNamespace, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        yield screen


def test_advice_from_wi_at_a_casustafel(screen: Screen, city: SimpleNamespace):
    today = timezone.localdate()
    page = screen.use(city.manager).open("/casusoverleg/")
    page.get_by_role("link", name="Reeks beginnen").click()
    district = city.team.cluster.district
    page.get_by_label("Van wie is het?").select_option(label=f"Casustafel {district}")
    page.get_by_label("Eerste keer op").fill(f"{today:%Y-%m-%d}")
    page.get_by_label("Begint om").fill("10:00")
    page.get_by_label("Plaats").fill("Stadhuis")
    page.get_by_label("Wie leidt het?").select_option(label=str(city.manager))
    page.get_by_role("button", name="Reeks beginnen").dblclick(no_wait_after=True)
    expect(page.get_by_text("De reeks is begonnen.")).to_be_visible()
    first = Conference.objects.order_by("begins_at").first()
    assert first is not None
    Conference.objects.filter(pk=first.pk).update(held_on=today, planned_on=today)

    page = screen.use(city.worker).open(f"/dossiers/{city.file.pk}/")
    page.get_by_role("link", name="Bespreken in een overleg").click()
    page.get_by_label("In welk overleg?").select_option(value=str(first.pk))
    page.get_by_label("Onderwerp").select_option(label="Schulden en armoede")
    page.get_by_label("Wat is uw vraag aan het overleg?").fill("Kan er een voorschot?")
    page.get_by_label("Wat moeten zij weten?").fill("Zes schuldeisers.")
    page.get_by_role("button", name="Op de agenda zetten").click()
    item = ConferenceItem.objects.get()
    expect(page.get_by_text(f"{item} staat op de agenda.")).to_be_visible()
    page.get_by_role("link", name="Deelnemers uitnodigen").click()
    seat = Membership.objects.get(user=city.liaison)
    page.locator(f"input[value='collega-{seat.pk}']").check()
    page.get_by_label("Wat voor iemand is dat?").select_option(value="wi")
    page.get_by_role("button", name="Uitnodigen").click()
    expect(page.locator("main")).to_contain_text("Met toestemming van de inwoner")

    page = screen.use(city.liaison).open("/")
    page.get_by_role("link", name=f"Bespreken {item}").click()
    expect(page.locator("main")).to_contain_text("Zes schuldeisers.")
    expect(page.locator("main")).not_to_contain_text(SECRET)
    expect(page.locator("main")).not_to_contain_text(str(city.file))

    page = screen.use(city.worker).open(f"/casusoverleg/punten/{item.pk}/")
    page.get_by_role("link", name="Verslag schrijven").click()
    page.get_by_label("Wat is het advies?").fill("Voorschot kan binnen drie dagen.")
    page.get_by_label(str(city.liaison)).check()
    page.get_by_role("button", name="Verslag bewaren").click()
    for owner, words in (("gast", "Voorschot regelen."), ("dossier", "Schuldhulp aanvragen.")):
        page.get_by_role("link", name="Afspraak vastleggen").click()
        page.get_by_label("Wat is afgesproken?").fill(words)
        choice = page.locator(f"option[value^='{owner}-']").first.get_attribute("value")
        page.get_by_label("Wie doet dit?").select_option(value=choice)
        page.get_by_label("Uiterlijk op").fill(f"{today:%Y-%m-%d}")
        page.get_by_role("button", name="Afspraak vastleggen").dblclick(no_wait_after=True)
        expect(page.get_by_text("De afspraak is vastgelegd.")).to_be_visible()
    assert Task.objects.get().owner == city.worker

    page = screen.use(city.liaison).open("/")
    page.get_by_role("link", name=f"Afspraak nakomen {item}").click()
    page.get_by_role("button", name=re.compile("^Nagekomen")).click()
    expect(page.get_by_text("De afspraak is nagekomen.")).to_be_visible()

    page = screen.use(city.manager).open(f"/casusoverleg/{first.pk}/")
    expect(page.locator("main")).to_contain_text(str(item))
    expect(page.locator("main")).not_to_contain_text(city.file.resident.name)
    page.get_by_role("button", name="Overleg afronden").click()
    expect(page.get_by_text("Het overleg is afgerond.")).to_be_visible()

    page = screen.use(city.worker).open(f"/dossiers/{city.file.pk}/")
    expect(page.locator("main")).to_contain_text("Voorschot kan binnen drie dagen.")
    expect(page.locator("main")).to_contain_text(f"Casusregisseur: {city.worker}")
