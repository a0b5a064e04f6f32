"""A dossier goes to the SST with a question, comes back, and an offer nobody answered expires."""

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect

from cases.handovers.models import Handover
from cases.handovers.worker import expire_handovers
from cases.models import CallbackNorm, CallbackOutcome, CallbackSubject, ResidentFile
from clusters.models import Team
from clusters.people.models import Role
from common.reference import sync
from tests.factories.cases import CallbackFactory
from tests.factories.dossiers import FileFactory
from tests.factories.todos import TaskFactory
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import Screen, look, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def city(db: None) -> SimpleNamespace:
    """A dossier of a wijkteam with something open, a colleague there and somebody of the SST."""
    found_organisation()
    for model in (CallbackNorm, CallbackOutcome, CallbackSubject):
        sync(model)
    worker, mate = employee(Role.TEAM_WORKER), employee(Role.TEAM_WORKER, "mate", "Truus", "Bakker")
    expert = employee(Role.CITY_SOCIAL_TEAM, "expert", "Noor", "Smit")
    team = Team.objects.get(code=TEAM)
    file = FileFactory(team=team, director=worker, opened_at=timezone.now())
    TaskFactory(file=file, owner=worker, words="De huurbaas bellen")
    callback = CallbackFactory(resident=file.resident, team=team, claimed=True, handler=worker)
    return SimpleNamespace(
        worker=worker, mate=mate, expert=expert, file=file, team=team, callback=callback
    )


@pytest.fixture
def screen(city: SimpleNamespace, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        yield screen


def _offer(screen: Screen, file_id: int, team: str, expertise: str = "") -> Handover:
    page = screen.open(f"/dossiers/{file_id}/")
    page.get_by_role("link", name="Aan een ander team overdragen").click()
    page.get_by_label("Naar welk team?").select_option(label=team)
    if expertise:
        page.get_by_label("Welke expertise vraagt u?").select_option(label=expertise)
    page.get_by_label("Snel: binnen 3 werkdagen").check()
    page.get_by_label("Waarom kan uw team dit niet zelf?").fill("Wij kennen deze schulden niet.")
    page.get_by_label("Samenvatting voor het andere team").fill("Drie schuldeisers.")
    page.get_by_label("De inwoner weet ervan en is akkoord").check()
    page.get_by_label("Wat weet de inwoner").fill("Zij wil het.")
    page.get_by_role("button", name="Aanbieden", exact=True).dblclick(no_wait_after=True)
    expect(page.get_by_text(f"Aangeboden aan {team}.")).to_be_visible()
    return Handover.objects.latest("pk")


def _accept(screen: Screen, handover: Handover) -> None:
    page = screen.open("/")
    page.get_by_role("link", name=f"Overdracht beantwoorden {handover}").click()
    page.get_by_role("link", name="Aanvaarden").click()
    page.get_by_label("Wie spraken elkaar?").fill("Samira, Noor en de inwoner")
    page.get_by_label("De inwoner was erbij").check()
    page.get_by_label("Wat is beloofd?").fill("Noor belt morgen.")
    page.get_by_role("button", name="Aanvaarden").click()
    expect(page.get_by_text("Uw team heeft nu de regie.")).to_be_visible()


def test_to_the_sst_with_a_question_and_back(screen: Screen, city: SimpleNamespace):
    screen.use(city.worker)
    sst = "Sociaal Stedelijk Team"
    handover = _offer(screen, city.file.pk, sst, "Schulden")

    page = screen.use(city.expert).open("/")
    page.get_by_role("link", name=f"Overdracht beantwoorden {handover}").click()
    expect(page.locator("main")).to_contain_text("Drie schuldeisers.")
    screen.open(f"/dossiers/{city.file.pk}/", status=404)
    page = screen.open(f"/overdrachten/{handover.pk}/")
    page.get_by_role("link", name="Toelichting vragen").click()
    page.get_by_label("Wat wilt u weten?").fill("Is er beslag?")
    page.get_by_role("button", name="Toelichting vragen").click()

    page = screen.use(city.worker).open("/")
    page.get_by_role("link", name=f"Toelichten {handover}").click()
    page.get_by_role("link", name="Toelichten", exact=True).click()
    page.get_by_label("Uw toelichting").fill("Nee, nog niet.")
    page.get_by_role("button", name="Toelichting geven").click()
    expect(page.get_by_text("Uw toelichting is verstuurd.")).to_be_visible()

    screen.use(city.expert)
    _accept(screen, handover)
    file = ResidentFile.objects.get(pk=city.file.pk)
    assert (file.director, file.team.name) == (city.expert, sst)
    city.callback.refresh_from_db()
    assert city.callback.handler == city.expert
    assert file.tasks.get().owner == city.expert
    screen.open(f"/dossiers/{file.pk}/").wait_for_load_state("networkidle")
    expect(screen.page.get_by_role("heading", name="Overdrachten")).to_be_visible()
    look(screen, "reis-overgedragen-dossier")

    back = _offer(screen, file.pk, str(city.team))
    screen.use(city.mate)
    _accept(screen, back)
    handover.refresh_from_db()
    assert handover.state == "returned"
    assert ResidentFile.objects.get(pk=file.pk).director == city.mate


def test_an_offer_nobody_answers_comes_back(screen: Screen, city: SimpleNamespace):
    screen.use(city.worker)
    handover = _offer(screen, city.file.pk, "Sociaal Stedelijk Team", "Schulden")
    Handover.objects.update(answer_by=timezone.now() - timedelta(minutes=1))
    assert expire_handovers(at=timezone.now()) == 1

    page = screen.open("/")
    page.get_by_role("link", name=f"Overdracht kwam terug {handover}").click()
    expect(page.locator("main")).to_contain_text("verlopen")
    page.get_by_role("button", name="Gezien, ik ga verder").click()
    expect(page.locator("main")).to_contain_text(str(city.worker))
    screen.use(city.expert).open(f"/overdrachten/{handover.pk}/", status=404)
