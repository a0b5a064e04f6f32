"""A colleague wrote in my dossier: what is new, searched, chosen, a template and a relation."""

import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect

from cases.dossiers import services
from cases.dossiers.models import ResidentFile
from cases.models import LifeDomain, NoteTemplate
from clusters.models import Team, User
from clusters.people.models import Role
from common.reference import sync
from tests.factories.cases import CallbackFactory
from tests.factories.dossiers import FileFactory, FileLineFactory
from tests.journeys import chapters as told
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import Screen, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HOUR = timedelta(hours=1)


@pytest.fixture
def file(settings: Any, db: None) -> ResidentFile:
    """My dossier: looked at an hour ago; since then a colleague wrote in it."""
    settings.DEMO = True
    found_organisation()
    sync(LifeDomain)
    sync(NoteTemplate)
    worker, colleague = employee(Role.TEAM_WORKER), employee(Role.CITY_HALL_TEAM)
    team, now = Team.objects.get(code=TEAM), timezone.now()
    callback = CallbackFactory(team=team, handler=worker, claimed=True)
    own = {"team": team, "opened_at": now - 9 * HOUR}
    file = FileFactory(resident=callback.resident, director=worker, **own)
    FileFactory(director=colleague, **own)
    FileLineFactory(file=file, words="De huur is te hoog.", at=now - 5 * HOUR)
    services.create_look(file_id=file.pk, since=None, by=worker, at=now - HOUR)
    services.add_colleague(
        file_id=file.pk, employee=colleague, role="helper", until=None, by=worker
    )
    services.write_note(
        submission_key=uuid.uuid4(), file_id=file.pk, words="Financiële rust.", by=colleague
    )
    User.objects.update(is_demo=True)
    return file


@pytest.fixture
def worker(file: ResidentFile, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        told.sign_in_as_demo_person(screen, Role.TEAM_WORKER)
        yield screen


def test_the_line_of_a_dossier(worker: Screen, file: ResidentFile):
    page = worker.open("/dossiers/")
    expect(page.locator("main")).to_contain_text("1 nieuw sinds uw laatste bezoek")
    page.get_by_role("link", name=str(file.resident)).click()
    expect(page.locator("main")).to_contain_text("1 nieuw sinds uw vorige bezoek")
    expect(page.locator(".wt-timeline li", has_text="Financiële rust.")).to_contain_text("Nieuw")

    page.get_by_label("Zoek in dit dossier").fill("FINANCIELE")
    page.get_by_role("button", name="Zoeken").click()
    expect(page.locator("mark")).to_have_text("Financiële")
    assert "FINANCIELE" not in page.url
    page.get_by_role("link", name="Terug naar het dossier").click()

    page.get_by_label("Soort").select_option(label="Regie en collega's")
    page.get_by_role("button", name="Toon", exact=True).click()
    expect(page.locator(".wt-timeline")).to_contain_text("Collega werkt mee")
    expect(page.locator(".wt-timeline")).not_to_contain_text("De huur is te hoog.")
    page.get_by_role("link", name="Toon alles").click()

    page.get_by_label("Notitie", exact=True).fill("Vandaag langs geweest.")
    page.get_by_role("button", name="Sjabloon invoegen").click()
    page.get_by_label("Sjabloon").select_option(label="Huisbezoek")
    page.get_by_role("button", name="Sjabloon invoegen").click()
    page.get_by_role("button", name="Notitie toevoegen").dblclick(no_wait_after=True)
    expect(page.locator(".wt-timeline")).to_contain_text("Vandaag langs geweest.")
    expect(page.locator(".wt-timeline")).to_contain_text("Aanwezig:")
    assert file.lines.filter(kind="note").count() == 3

    page.get_by_role("link", name="Dossier koppelen").click()
    other = ResidentFile.objects.exclude(pk=file.pk).get()
    page.get_by_label("Nummer van het andere dossier").fill(str(other))
    page.get_by_label("De partner").check()
    page.get_by_label("Waarom horen ze bij elkaar").fill("Ze zijn getrouwd.")
    page.get_by_role("button", name="Koppelen").click()
    expect(page.locator("main")).to_contain_text(f"De partner: {other}")
