"""A question is solved by a volunteer and closed informally; the share of the team changes."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect

from cases.matching.models import MatchRequest
from cases.models import LifeDomain, MatchNorm
from clusters.models import Team
from clusters.people.models import Role
from common.reference import sync
from tests.factories.dossiers import FileFactory, HelpRequestFactory
from tests.factories.matching import coordinator
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import Screen, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def city(db: None) -> SimpleNamespace:
    """A dossier with a question, a colleague who looks for volunteers, and the manager."""
    found_organisation()
    for model in (LifeDomain, MatchNorm):
        sync(model)
    team, now = Team.objects.get(code=TEAM), timezone.now()
    worker = employee(Role.TEAM_WORKER)
    formal = HelpRequestFactory(file=FileFactory(team=team, opened_at=now), asked_at=now)
    type(formal).objects.update(outcome="formal", ended_at=now, ended_by=worker)
    file = FileFactory(team=team, director=worker, opened_at=now)
    question = HelpRequestFactory(file=file, asked_at=now, words="Ik zit de hele dag alleen.")
    mate = coordinator(employee(Role.TEAM_WORKER, "mate", "Truus", "Bakker"))
    manager = employee(Role.TEAM_MANAGER)
    return SimpleNamespace(worker=worker, mate=mate, manager=manager, file=file, question=question)


@pytest.fixture
def screen(city: SimpleNamespace, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        yield screen


def test_a_volunteer_is_found_and_the_share_changes(screen: Screen, city: SimpleNamespace):
    share = "/dashboard/informeel/"
    page = screen.use(city.manager).open(share)
    expect(page.locator(".wt-conclusion")).to_contain_text("0 van de 1 hulpvragen")

    page = screen.use(city.worker).open(f"/dossiers/{city.file.pk}/")
    page.get_by_role("link", name="Vraag een vrijwilliger").click()
    page.get_by_label("Aan wie vraagt u het?").select_option(value=str(city.mate.pk))
    page.get_by_label("Wat zoekt u?").fill("Een maatje voor de woensdag.")
    page.get_by_label("Gewoon: binnen een maand").check()
    page.get_by_role("button", name="Vragen", exact=True).dblclick(no_wait_after=True)
    expect(page.get_by_text("De vraag om een vrijwilliger is verstuurd.")).to_be_visible()
    match = MatchRequest.objects.get()
    expect(page.get_by_role("link", name=str(match))).to_be_visible()

    page = screen.use(city.mate).open("/")
    page.get_by_role("link", name=f"Vrijwilliger zoeken {match}").click()
    expect(page.locator("main")).to_contain_text("Een maatje voor de woensdag.")
    expect(page.locator("main")).not_to_contain_text("Ik zit de hele dag alleen.")
    page.get_by_role("button", name="Oppakken").click()
    page.get_by_role("link", name="Match gevonden").click()
    page.get_by_label("Welke organisatie of welk aanbod?").fill("De Schoor")
    page.get_by_label("Dag van het eerste contact").fill(timezone.localdate().isoformat())
    page.get_by_role("button", name="Match vastleggen").click()
    expect(page.get_by_text("De aanvrager krijgt bericht.")).to_be_visible()

    page = screen.use(city.worker).open("/")
    page.get_by_role("link", name=f"Nagaan of het liep {match}").click()
    page.get_by_role("link", name="Is de vrijwilliger gekomen?").click()
    page.get_by_label("Ja, het loopt").check()
    page.get_by_role("button", name="Bewaren").click()
    page = screen.open(f"/dossiers/{city.file.pk}/vragen/{city.question.pk}/afsluiten/")
    page.get_by_label("Vrijwilliger", exact=True).check()
    page.get_by_label("Wat is er gedaan").fill("Elke woensdag een maatje.")
    page.get_by_role("button", name="Hulpvraag afsluiten").click()
    page.get_by_role("link", name="Dossier afsluiten").click()
    page.get_by_label("Hoe is het nu").fill("Het gaat goed.")
    page.get_by_label("Wat ging goed?").fill("Snel een maatje.")
    page.get_by_label("Later een waakvlamcontact").check()
    page.get_by_label("Welk cijfer").fill("9")
    page.get_by_role("button", name="Dossier afsluiten").click()
    expect(page.locator("main")).to_contain_text("Snel een maatje.")

    page = screen.use(city.manager).open(share)
    expect(page.locator(".wt-conclusion")).to_contain_text("1 van de 2 hulpvragen")
    page.locator(".wt-tile a", has_text="Informeel").first.click()
    expect(page.locator("main")).to_contain_text(str(city.file))
