"""From a melding to a dossier, a question solved informally, and the end of it (GES-4, GES-5)."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from cases.dossiers.models import ResidentFile
from cases.models import LifeDomain, WmoNotification
from clusters.models import Team, User
from clusters.people.models import Role
from common.reference import sync
from tests.factories.cases import CallbackFactory
from tests.factories.intakes import NotificationFactory
from tests.journeys import chapters as told
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import Screen, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def melding(settings: Any, db: None) -> WmoNotification:
    """A melding of the wijkwerker one signs in as, about somebody whose call is theirs too."""
    settings.DEMO = True
    found_organisation()
    sync(LifeDomain)
    worker = employee(Role.TEAM_WORKER)
    team = Team.objects.get(code=TEAM)
    callback = CallbackFactory(team=team, handler=worker, claimed=True)
    melding = NotificationFactory(
        resident=callback.resident, team=team, handler=worker, question="Ik zit de hele dag alleen."
    )
    User.objects.update(is_demo=True)
    return melding


@pytest.fixture
def worker(melding: WmoNotification, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        told.sign_in_as_demo_person(screen, Role.TEAM_WORKER)
        yield screen


def test_a_question_is_solved_informally_and_the_dossier_closes(
    worker: Screen, melding: WmoNotification
):
    page = worker.open(f"/wmo-meldingen/{melding.pk}/")
    page.get_by_role("link", name="Dossier openen").click()
    expect(page.get_by_label("De vraag in eigen woorden")).to_have_value(
        "Ik zit de hele dag alleen."
    )
    page.get_by_label("Leefgebied").select_option(label="Sociaal netwerk en mantelzorg")
    page.get_by_role("button", name="Dossier openen").dblclick(no_wait_after=True)
    expect(page.get_by_text("U bent casusregisseur.")).to_be_visible()

    page.wait_for_load_state("networkidle")  # the parts of other rooms push the form down
    page.get_by_label("Notitie", exact=True).fill("Samen langs het buurthuis geweest.")
    page.get_by_role("button", name="Notitie toevoegen").dblclick(no_wait_after=True)
    expect(page.locator(".wt-timeline")).to_contain_text("Samen langs het buurthuis geweest.")

    page.get_by_role("link", name="Dossier afsluiten").click()
    expect(page.locator("main")).to_contain_text("Er staat nog iets open")
    page.get_by_role("link", name="Terug zonder opslaan").click()
    page.get_by_role("link", name="Afsluiten van hulpvraag").click()
    page.get_by_label("Vrijwilliger", exact=True).check()
    page.get_by_label("Wat is er gedaan").fill("Elke week een maatje.")
    page.get_by_role("button", name="Hulpvraag afsluiten").click()
    expect(page.locator(".wt-timeline")).to_contain_text("Elke week een maatje.")

    WmoNotification.objects.update(state="withdrawn", ended_at=melding.registered_at)
    page.get_by_role("link", name="Dossier afsluiten").click()
    page.get_by_label("Hoe is het nu").fill("Het gaat goed.")
    page.get_by_role("button", name="Dossier afsluiten").click()
    expect(page.locator("main")).to_contain_text("Afgesloten")
    file = ResidentFile.objects.get()
    assert (file.state, file.questions.get().outcome) == ("closed", "volunteer")
    assert file.lines.filter(kind="note").count() == 1
