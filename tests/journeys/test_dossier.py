"""From a melding to a dossier, a question solved informally, and the end of it (GES-4, GES-5)."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from cases.dossiers.models import ResidentFile
from cases.models import LifeDomain, WmoNotification
from clusters.models import Team, User
from clusters.people.models import Role
from common.reference import sync
from tests.factories.cases import CallbackFactory
from tests.factories.dossiers import FileFactory, HelpRequestFactory
from tests.factories.intakes import NotificationFactory
from tests.factories.plans import ActionFactory, GoalFactory, PlanFactory
from tests.factories.todos import TaskFactory
from tests.journeys import chapters as told
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import Screen, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PARTS = re.compile(
    r"/(paneel|deel)/$|/(vrijwilligers|casusoverleg|meldcode|maatwerkbudget)/dossier/"
)
PART_NAMES = ["Plan", "Taken", "Documenten", "Overdrachten", "Gevraagde vrijwilligers"]
PART_NAMES += ["Waakvlam", "Maatwerkbudget", "Adviesvragen", "Casusoverleg en casustafel"]
PART_NAMES += ["Verwijzer en terugkoppeling", "Verwijzingen", "Meldcode"]


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


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_moves_under_a_finger_when_the_parts_of_other_rooms_come(
    worker: Screen, melding: WmoNotification, width: int
):
    file = FileFactory(resident=melding.resident, team=melding.team, director=melding.handler)
    HelpRequestFactory(file=file)
    TaskFactory(file=file)
    ActionFactory(goal=GoalFactory(plan=PlanFactory(file=file)))
    held: list[Route] = []
    worker.page.set_viewport_size({"width": width, "height": 800})
    worker.page.route(PARTS, lambda route: held.append(route))
    page = worker.open(f"/dossiers/{file.pk}/")
    expect(page.get_by_role("link", name="Plan van dit huishouden")).to_be_visible()
    before = _places(page)

    for part in held:
        part.continue_()
    expect(page.locator(".wt-room h2")).to_have_text(PART_NAMES)

    assert _places(page) == before


def _places(page: Page) -> list[float]:
    """How far down one clicks: on the note, on looking for words, and on what happened."""
    names = ("Notitie toevoegen", "Zoeken")
    found = [page.get_by_role("button", name=name, exact=True) for name in names]
    boxes = [each.bounding_box() for each in (*found, page.locator("#lines-heading"))]
    return [box["y"] for box in boxes if box is not None]


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
