"""A task and a document in a dossier, from the dossier to Mijn werk and back (GES-4)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from cases.dossiers.models import ResidentFile
from cases.models import Document, LifeDomain, Task
from clusters.models import Team, User
from clusters.people.models import Role
from common.reference import sync
from tests.factories.cases import CallbackFactory
from tests.factories.documents import PDF
from tests.factories.dossiers import FileFactory
from tests.journeys import chapters as told
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import Screen, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def file(settings: Any, db: None, tmp_path: Path) -> ResidentFile:
    """A dossier of the wijkwerker one signs in as."""
    settings.DEMO = True
    settings.DOCUMENT_DIR = tmp_path / "documents"
    found_organisation()
    sync(LifeDomain)
    worker = employee(Role.TEAM_WORKER)
    team = Team.objects.get(code=TEAM)
    callback = CallbackFactory(team=team, handler=worker, claimed=True)
    made = FileFactory(resident=callback.resident, team=team, director=worker)
    User.objects.update(is_demo=True)
    return made


@pytest.fixture
def worker(file: ResidentFile, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        told.sign_in_as_demo_person(screen, Role.TEAM_WORKER)
        yield screen


def test_a_task_is_written_found_in_mijn_werk_and_done(worker: Screen, file: ResidentFile):
    page = worker.open(f"/dossiers/{file.pk}/")
    page.get_by_role("link", name="Taak toevoegen").click()
    page.get_by_label("Wat moet er gebeuren?").fill("Bel de woningbouw.")
    page.get_by_role("button", name="Taak toevoegen").click()
    expect(page.locator("main")).to_contain_text("Kies een dag.")
    expect(page.get_by_label("Wat moet er gebeuren?")).to_have_value("Bel de woningbouw.")
    page.get_by_label("Uiterlijk op").fill("2030-01-07")
    page.get_by_role("button", name="Taak toevoegen").dblclick(no_wait_after=True)
    expect(page.get_by_text("De taak is toegevoegd.")).to_be_visible()
    assert Task.objects.count() == 1

    worker.open("/")
    row = page.locator("main").get_by_role("row").filter(has_text=file.reference)
    expect(row).to_contain_text("Taak")
    row.get_by_role("link").first.click()
    page.get_by_role("link", name="Gedaan").click()
    page.get_by_label("Wat kwam ervan?").fill("De monteur komt.")
    page.get_by_role("button", name="Taak is gedaan").click()
    page.get_by_role("link", name="Afgerond").click()
    expect(page.locator("main")).to_contain_text("De monteur komt.")


def test_a_document_is_added_saved_and_withdrawn(worker: Screen, file: ResidentFile):
    page = worker.open(f"/dossiers/{file.pk}/")
    page.get_by_role("link", name="Document toevoegen").click()
    wrong = {"name": "brief.pdf", "mimeType": "application/pdf", "buffer": b"MZ geen brief"}
    page.get_by_label("Bestand").set_input_files(wrong)
    page.get_by_label("Wat is het?").select_option(label="Brief")
    page.get_by_label("Omschrijving").fill("Van de huisarts.")
    page.get_by_role("button", name="Document toevoegen").click()
    expect(page.locator("main")).to_contain_text("Dit is een programma.")
    expect(page.get_by_label("Omschrijving")).to_have_value("Van de huisarts.")

    right = {"name": "../brief.pdf", "mimeType": "application/pdf", "buffer": PDF}
    page.get_by_label("Bestand").set_input_files(right)
    page.get_by_role("button", name="Document toevoegen").dblclick(no_wait_after=True)
    expect(page.get_by_text("Het document is toegevoegd.")).to_be_visible()
    assert Document.objects.count() == 1
    with page.expect_download() as started:
        page.get_by_role("link", name="brief.pdf", exact=True).click()
    assert started.value.suggested_filename == "brief.pdf"
    assert Path(started.value.path()).read_bytes() == PDF

    page.get_by_role("link", name="Intrekken").click()
    page.get_by_label("Waarom trekt u het in?").fill("Van iemand anders.")
    page.get_by_role("button", name="Document intrekken").click()
    expect(page.locator("main")).to_contain_text("Van iemand anders.")
