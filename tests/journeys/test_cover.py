"""Ill this morning, covered by a colleague, and back after two weeks (VER-1, WN-1 to WN-11)."""

import uuid
from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect

from cases.dossiers.services import write_note
from cases.models import FileLine
from clusters.models import Cover, Team, User
from clusters.people.models import Role
from tests.factories.dossiers import FileFactory
from tests.factories.todos import TaskFactory
from tests.journeys.city import TEAM, employee, found_organisation
from tests.journeys.stage import Screen, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAY = timedelta(days=1)
WORDS = "De thuiszorg begint maandag."


@pytest.fixture
def city(db: None) -> SimpleNamespace:
    """A wijkwerker with a dossier and a task, and a colleague."""
    found_organisation()
    worker = employee(Role.TEAM_WORKER, "worker", "Noor", "Bakker")
    mate = employee(Role.TEAM_WORKER, "mate", "Truus", "Hendriks")
    file = FileFactory(team=Team.objects.get(code=TEAM), director=worker)
    TaskFactory(file=file, owner=worker)
    return SimpleNamespace(worker=worker, mate=mate, file=file)


@pytest.fixture
def screen(city: SimpleNamespace, browser: Browser, site: str) -> Iterator[Screen]:
    with seated(browser, site) as screen:
        yield screen


def test_ill_this_morning_and_back_after_two_weeks(screen: Screen, city: SimpleNamespace):
    today = timezone.localdate()
    page = screen.use(city.worker).open("/afwezigheid/")
    page.get_by_role("link", name="Afwezigheid invoeren").click()
    page.get_by_label("Ziek").check()
    page.get_by_label("Eerste dag").fill(today.isoformat())
    page.get_by_label("Laatste dag").fill((today + 20 * DAY).isoformat())
    page.get_by_role("button", name="Afwezigheid invoeren").click()
    page.get_by_role("link", name="Waarneming regelen").click()
    expect(page.locator("main")).to_contain_text("1 dossier")
    expect(page.locator("main")).to_contain_text("1 taak")
    assert page.get_by_label("Laatste dag").input_value() == (today + 13 * DAY).isoformat()
    page.get_by_label("Waarnemer").select_option(label=str(city.mate))
    page.get_by_role("button", name="Waarneming regelen").dblclick(no_wait_after=True)
    expect(page.get_by_role("heading", name="Voor mij")).to_be_visible()
    expect(page.get_by_role("row", name=str(city.mate))).to_be_visible()
    row = Cover.objects.get()

    page = screen.use(city.mate).open("/")
    expect(page.locator("main")).to_contain_text(f"waarneming voor {city.worker}")
    page.get_by_role("link", name=f"Taak {city.file.reference}").click()
    expect(page.get_by_role("heading", name="Taken").first).to_be_visible()
    page = screen.open(f"/dossiers/{city.file.pk}/")
    mate = User.objects.get(pk=city.mate.pk)
    write_note(submission_key=uuid.uuid4(), file_id=city.file.pk, words=WORDS, by=mate)
    page.reload()
    expect(page.locator("main")).to_contain_text(WORDS)

    page.wait_for_load_state("networkidle")

    _two_weeks_later(row)
    page.reload()
    expect(page.locator("body")).not_to_contain_text(WORDS)
    page = screen.open("/")
    expect(page.locator("main")).not_to_contain_text("waarneming voor")

    page = screen.use(city.worker).open("/")
    page.get_by_role("link", name="Dit gebeurde er").click()
    happened = page.get_by_role("row", name="Notitie")
    expect(happened).to_contain_text(str(city.mate))
    expect(page.locator("main")).not_to_contain_text(WORDS)
    happened.get_by_role("link", name=city.file.reference).click()
    expect(page.locator("main")).to_contain_text(WORDS)


def _two_weeks_later(row: Cover) -> None:
    """It all happened two weeks ago."""
    ago = timezone.now() - 14 * DAY
    row.first_day, row.last_day = row.first_day - 14 * DAY, row.first_day - DAY
    row.arranged_at = ago
    row.save()
    FileLine.objects.update(at=ago + DAY)
