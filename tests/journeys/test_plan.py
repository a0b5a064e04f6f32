"""From a hulpvraag to a goal that is reached, with the sociale kaart (GES-6, COL-6)."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from cases.dossiers.models import ResidentFile
from cases.models import LifeDomain
from cases.plans.models import Evaluation, Goal, PlanAction
from cases.residents.models import Party
from clusters.models import Team, User
from clusters.people.models import Role
from common.reference import sync
from tests.factories.community import OfferFactory
from tests.factories.dossiers import FileFactory, HelpRequestFactory
from tests.factories.talks import domain
from tests.journeys import chapters as told
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import Screen, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def file(settings: Any, db: None) -> ResidentFile:
    """A dossier of the wijkwerker one signs in as, with one question about money."""
    settings.DEMO = True
    found_organisation()
    sync(LifeDomain)
    worker = employee(Role.TEAM_WORKER)
    file = FileFactory(team=Team.objects.get(code=TEAM), director=worker)
    HelpRequestFactory(file=file, words="Ik kom niet rond.")
    facts = {"kind": "household", "role": "partner", "valid_from": "2026-01-01"}
    Party.objects.create(resident=file.resident, name="Kim", **facts)
    OfferFactory(name="Budgetmaatje", kind="volunteer").topics.add(domain("geld"))
    User.objects.update(is_demo=True)
    return file


@pytest.fixture
def worker(file: ResidentFile, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        told.sign_in_as_demo_person(screen, Role.TEAM_WORKER)
        yield screen


def test_a_goal_is_reached_with_a_volunteer_of_the_sociale_kaart(
    worker: Screen, file: ResidentFile
):
    page = worker.open(f"/dossiers/{file.pk}/")
    expect(page.get_by_role("heading", name="Plan", exact=True)).to_be_visible()
    page.get_by_role("link", name="Doel maken").click()
    page.get_by_label("Kim (partner)").check()
    page.get_by_role("button", name="Plan beginnen").dblclick(no_wait_after=True)
    expect(page.get_by_label("Leefgebied")).to_have_value(str(domain("geld").pk))
    page.get_by_label("Wat wil de inwoner bereiken?").fill("Ik wil elke maand rondkomen.")
    page.get_by_label("Hoe gaat het hier nu mee?").select_option(label="Slecht")
    page.get_by_role("button", name="Doel toevoegen").dblclick(no_wait_after=True)
    expect(page.locator("main")).to_contain_text("Ik wil elke maand rondkomen.")

    page.get_by_role("link", name="Zoek op de sociale kaart").click()
    page.get_by_role("link", name="Kies Budgetmaatje").click()
    expect(page.get_by_label("Waarom is eigen kracht")).to_be_hidden()
    page.locator("input[name=name]").fill("Wil")
    page.get_by_role("button", name="Actie toevoegen").dblclick(no_wait_after=True)
    expect(page.locator("main")).to_contain_text("Wil")

    page.get_by_role("link", name="Akkoord vastleggen").click()
    page.get_by_label("In een gesprek").check()
    page.get_by_role("button", name="Akkoord vastleggen").click()
    page.get_by_role("link", name="Stand van Budgetmaatje").click()
    page.get_by_label("Klaar").check()
    page.get_by_label("Wat is het resultaat?").fill("De administratie is op orde.")
    page.get_by_role("button", name="Bewaren").click()
    page.get_by_role("link", name="Evaluatie vastleggen").click()
    page.get_by_label("Wie waren erbij?").fill("De inwoner en Kim")
    page.get_by_label("Hoe gaat het?").fill("Het gaat goed.")
    page.get_by_role("button", name="Evaluatie vastleggen").click()
    expect(page.locator("main")).to_contain_text("Kies een dag voor de volgende evaluatie")
    page.get_by_label("Volgende evaluatie").fill(page.get_by_label("Gehouden op").input_value())
    page.get_by_role("button", name="Evaluatie vastleggen").click()
    expect(page.locator("main")).to_contain_text("Het gaat goed.")

    page.get_by_role("link", name="Doel beëindigen").click()
    page.get_by_label("Gehaald", exact=True).check()
    page.get_by_label("Wat is het resultaat?").fill("U houdt elke maand geld over.")
    page.get_by_label("Hoe gaat het hier nu mee?").select_option(label="Goed")
    page.get_by_role("button", name="Doel beëindigen").click()
    expect(page.locator("main")).to_contain_text("2 beter")
    page.get_by_role("link", name="Afdruk voor de inwoner").click()
    sheet = page.get_by_role("article")
    for words in ("Dit is gelukt.", "U houdt elke maand geld over.", "Wil", "14 036"):
        expect(sheet).to_contain_text(words)

    assert (Goal.objects.get().state, PlanAction.objects.get().kind) == ("reached", "informal")
    assert sorted(Evaluation.objects.values_list("state", flat=True)) == ["held", "planned"]
