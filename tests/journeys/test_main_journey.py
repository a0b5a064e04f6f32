"""The main job, from a call to 14 036 to the manager's list and the trail; with and without script.

The people sit at their own browsers; between the chapters the clock moves on by itself.
"""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from playwright.sync_api import Browser, expect

from cases.models import CallbackRequest
from cases.tasks import deliver_reminders
from clusters.models import User
from clusters.notices.tasks import send_notice_mail
from clusters.people.models import Role
from tests.journeys import chapters as told
from tests.journeys.city import employee, found_organisation
from tests.journeys.stage import Screen, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PEOPLE = (
    Role.CONTACT_CENTRE,
    Role.TEAM_WORKER,
    Role.TEAM_MANAGER,
    Role.GENERAL_MANAGER,
    Role.PRIVACY_OFFICER,
)
HARMSEN, VEENSTRA = "Mw. Harmsen", "Dhr. Veenstra"


@pytest.fixture
def town(settings: Any, db: None) -> dict[str, User]:
    """The organisation with five people; a demo, so that four of them need no password."""
    settings.DEMO = True
    found_organisation()
    people = {role.value: employee(role) for role in PEOPLE}
    people["contact_centre"].set_password(told.PASSWORD)
    people["contact_centre"].save()
    User.objects.update(is_demo=True)
    return people


def test_a_call_is_promised_kept_and_accounted_for(
    town: dict[str, User], browser: Browser, site: str, clock: Any
):
    with seated(browser, site) as desk:
        told.sign_in_for_the_first_time(desk, "contact_centre")
        urgent = told.register_with_the_keyboard(desk, HARMSEN)
        forgotten = told.register_with_the_form(desk, VEENSTRA)

    with seated(browser, site) as worker:
        told.sign_in_as_demo_person(worker, Role.TEAM_WORKER)
        worker.open("/terugbelverzoeken/")
        assert _numbers(worker) == [urgent, forgotten], "most urgent first"
        told.take_from_the_list(worker, urgent)
        told.open_request(worker, urgent)
        for _ in range(3):
            told.call_in_vain(worker)
        told.must_choose(worker)
        told.write_a_letter(worker, "2026-11-25")

    clock.shift(timedelta(days=3))
    assert deliver_reminders() > 0
    send_notice_mail()
    assert all(VEENSTRA not in sent.body and HARMSEN not in sent.body for sent in mail.outbox)
    assert {person for sent in mail.outbox for person in sent.to} >= {
        town["team_manager"].email,
        town["general_manager"].email,
    }

    with seated(browser, site) as worker:
        told.sign_in_as_demo_person(worker, Role.TEAM_WORKER)
        told.bell_says(worker, 2)
        told.open_request(worker, urgent)
        told.reach_and_close(worker, "Vraag is beantwoord")

    with seated(browser, site) as manager:
        told.sign_in_as_demo_person(manager, Role.TEAM_MANAGER)
        told.bell_says(manager, 1)
        told.open_tile(manager, "Te laat", 1)
        expect(told.row_of(manager.page, forgotten)).to_contain_text(VEENSTRA)

    with seated(browser, site) as city:
        told.sign_in_as_demo_person(city, Role.GENERAL_MANAGER)
        told.bell_says(city, 1)
        told.open_tile(city, "Veel te laat", 1)
        expect(told.row_of(city.page, forgotten)).to_contain_text("Wijkteam Poort")
        expect(city.page.locator("main")).not_to_contain_text("Veenstra")

    with seated(browser, site) as desk:
        told.sign_in_as_demo_person(desk, Role.CONTACT_CENTRE)
        desk.open("/terugbelverzoeken/vastgelegd/")
        expect(told.row_of(desk.page, urgent)).to_contain_text("Dit is afgerond op")
        expect(told.row_of(desk.page, forgotten)).to_contain_text("te laat")

    with seated(browser, site) as officer:
        told.sign_in_as_demo_person(officer, Role.PRIVACY_OFFICER)
        _story_is_told(officer, CallbackRequest.objects.get(resident__name=HARMSEN))


def test_the_same_job_is_done_without_script(
    town: dict[str, User], browser: Browser, site: str, clock: Any
):
    with seated(browser, site, java_script_enabled=False) as desk:
        told.sign_in_for_the_first_time(desk, "contact_centre")
        number = told.register_with_the_form(desk, HARMSEN)
        forgotten = told.register_with_the_form(desk, VEENSTRA)

    with seated(browser, site, java_script_enabled=False) as worker:
        told.sign_in_as_demo_person(worker, Role.TEAM_WORKER)
        page = worker.open("/terugbelverzoeken/")
        page.get_by_role("button", name=f"Oppakken {number}").click()
        for _ in range(3):
            told.call_in_vain(worker)
        told.must_choose(worker)
        told.try_another_number(worker, "06 87654321")
        told.reach_and_close(worker, "Afspraak voor een gesprek gemaakt")

    clock.shift(timedelta(days=2))
    deliver_reminders()

    with seated(browser, site, java_script_enabled=False) as manager:
        told.sign_in_as_demo_person(manager, Role.TEAM_MANAGER)
        told.bell_says(manager, 1)
        told.open_tile(manager, "Te laat", 1)
        expect(told.row_of(manager.page, forgotten)).to_contain_text(VEENSTRA)
        manager.page.locator(".wt-bell").click()
        manager.page.get_by_role("button", name="Openen").click()
        expect(manager.page.get_by_role("heading", name=VEENSTRA)).to_be_visible()
        told.bell_says(manager, 0)


def _numbers(screen: Screen) -> list[str]:
    return screen.page.locator("tbody th[scope=row]").all_inner_texts()


def _story_is_told(officer: Screen, callback: CallbackRequest) -> None:
    """Everything that happened to this resident is in the trail, and no name of them."""
    page = officer.open(f"/toezicht/logboek/?bewoner={callback.resident_id}")
    trail = page.locator("main table")
    for line in ("legde", "pakte", "belde voor", "koos een vervolg", "voorbij is", "sloot", "las"):
        expect(trail).to_contain_text(line)
    expect(trail).not_to_contain_text(HARMSEN)
