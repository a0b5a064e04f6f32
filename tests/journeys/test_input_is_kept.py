"""Nothing typed is lost: errors, an ended session, a double click, two tabs, no network."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as configured
from playwright.sync_api import Browser, Dialog, Page, expect

from cases.models import CallbackRequest
from clusters.models import User
from clusters.people.models import Role
from tests.journeys import chapters as told
from tests.journeys.city import employee, found_organisation
from tests.journeys.stage import Screen, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NAME = "Mw. Harmsen"
QUESTION = "#id_q0-question"


@pytest.fixture
def desk(settings: Any, db: None, browser: Browser, site: str) -> Iterator[Screen]:
    """An employee of the contact centre, signed in through the login page of a demo."""
    settings.DEMO = True
    found_organisation()
    for role in (Role.CONTACT_CENTRE, Role.TEAM_WORKER):
        employee(role)
    User.objects.update(is_demo=True)
    with seated(browser, site) as screen:
        told.sign_in_as_demo_person(screen, Role.CONTACT_CENTRE)
        yield screen


def test_mistakes_leave_every_answer_in_place(desk: Screen):
    page = _typed_form(desk)
    page.get_by_label("Telefoonnummer").fill("14 036")
    page.get_by_label("Liever op").fill("2026-11-24")
    page.get_by_text("Veilig bellen").click()
    page.get_by_label("Voicemail inspreken mag").check()
    _send(page)

    expect(page.locator(".wt-error-summary")).to_be_focused()
    expect(page.locator(".wt-error-summary")).to_contain_text("Vraag het eigen nummer")
    expect(page.locator("#id_name")).to_have_value(NAME)
    expect(page.get_by_label("Telefoonnummer")).to_have_value("14 036")
    expect(page.locator(QUESTION)).to_have_value(told.QUESTION)
    expect(page.get_by_label("Liever op")).to_have_value("2026-11-24")
    expect(page.get_by_label("Voicemail inspreken mag")).to_be_checked()
    assert CallbackRequest.objects.count() == 0

    page.get_by_role("link", name="Telefoonnummer").click()
    expect(page.get_by_label("Telefoonnummer")).to_be_focused()


def test_form_of_an_ended_session_is_sent_once_after_signing_in_again(desk: Screen):
    page = _typed_form(desk)
    desk.context.clear_cookies(name=configured.SESSION_COOKIE_NAME)
    with desk.unheard():  # the browser says that it cannot save
        _send(page)
        expect(page.get_by_role("heading", name="U was te lang weg")).to_be_visible()

    with desk.context.expect_page() as opened:
        page.get_by_role("link", name="Log opnieuw in").click()
    opened.value.locator(f"button[name=role][value={Role.CONTACT_CENTRE}]").click()
    expect(opened.value.get_by_role("heading", name="Mijn werk")).to_be_visible()

    page.get_by_role("button", name="Ik ben ingelogd, verder").click()
    expect(page.get_by_role("heading", name="Dit formulier is verlopen")).to_be_visible()
    page.get_by_role("button", name="Opnieuw versturen").dblclick(no_wait_after=True)
    told.read_aloud(desk, "uiterlijk di 24 november")
    callback = CallbackRequest.objects.get()
    assert (callback.resident.name, callback.question) == (NAME, told.QUESTION)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_double_click_makes_one_record(desk: Screen, browser: Browser, site: str, script: bool):
    with seated(browser, site, java_script_enabled=script) as other:
        told.sign_in_as_demo_person(other, Role.CONTACT_CENTRE)
        page = _typed_form(other)
        page.get_by_role("button", name="Gesprek afronden").dblclick(no_wait_after=True)
        told.read_aloud(other, "uiterlijk di 24 november")
    assert CallbackRequest.objects.count() == 1


def test_second_tab_that_closes_is_told_and_keeps_its_text(desk: Screen, browser: Browser):
    number = told.register_with_the_form(desk, NAME)
    with seated(browser, desk.site) as worker:
        told.sign_in_as_demo_person(worker, Role.TEAM_WORKER)
        worker.open("/terugbelverzoeken/")
        told.take_from_the_list(worker, number)
        first = told.open_request(worker, number)
        first.get_by_role("link", name="Afsluiten").click()
        second = worker.context.new_page()
        second.goto(first.url)
        for page, note in ((first, "Buurvrouw helpt."), (second, "Dochter belt terug.")):
            page.get_by_label("Uitkomst").select_option(label="Vraag is beantwoord")
            page.get_by_label("Toelichting").fill(note)
        first.get_by_role("button", name="Afsluiten").click()
        expect(first.locator(".wt-head")).to_contain_text("Afgesloten")
        second.get_by_role("button", name="Afsluiten").click()

        expect(second.locator(".wt-error-summary")).to_contain_text("afgesloten")
        expect(second.get_by_label("Toelichting")).to_have_value("Dochter belt terug.")
    assert CallbackRequest.objects.get().outcome_note == "Buurvrouw helpt."


def test_second_worker_who_takes_is_told_who_was_first(desk: Screen, browser: Browser):
    number = told.register_with_the_form(desk, NAME)
    employee(Role.TEAM_WORKER, "noor", "Noor", "Bakker", is_demo=True)
    with seated(browser, desk.site) as slow, seated(browser, desk.site) as quick:
        told.sign_in_as_demo_person(slow, Role.TEAM_WORKER)
        quick.use(User.objects.get(username="noor"))
        for screen in (slow, quick):
            screen.open("/terugbelverzoeken/")
        told.take_from_the_list(quick, number)
        slow.page.get_by_role("button", name=f"Oppakken {number}").click()
        expect(slow.page.get_by_role("status").first).to_contain_text("Noor Bakker")
        expect(told.row_of(slow.page, number)).to_contain_text("Noor Bakker")


def test_lost_connection_keeps_the_form_and_says_so(desk: Screen):
    page = _typed_form(desk)
    page.wait_for_timeout(1000)  # what was typed is on the server
    desk.context.set_offline(True)
    with desk.unheard():  # the browser says that it cannot save
        _send(page)
        expect(page.locator("#connection")).to_contain_text("geen verbinding")
        page.locator("#id_house_number").fill("14")
        page.wait_for_timeout(1000)
        expect(page.locator(QUESTION)).to_have_value(told.QUESTION)

    desk.context.set_offline(False)
    _send(page)
    told.read_aloud(desk, "uiterlijk di 24 november")
    assert CallbackRequest.objects.count() == 1


def test_leaving_a_form_with_text_asks_first(desk: Screen):
    page = desk.open("/kennisbank/niet-gevonden/")
    page.get_by_label("Waar zocht u op?").fill("parkeerkaart")
    asked: list[str] = []
    page.once("dialog", lambda dialog: _stay(dialog, asked))
    page.locator(".wt-nav-wide").get_by_text("Opzoeken").click()
    page.get_by_role("link", name="Wie is wie").click(no_wait_after=True)
    expect(page.get_by_label("Waar zocht u op?")).to_have_value("parkeerkaart")
    assert asked == ["beforeunload"]
    page.get_by_role("button", name="Artikel aanvragen").click()
    expect(page.get_by_role("heading", name="Kennisbank")).to_be_visible()


def test_counter_counts_what_the_server_counts(desk: Screen):
    page = told.open_call(desk)
    page.locator(QUESTION).fill("é" * 990 + "\n🙂")
    expect(page.locator("#id_q0-question_counter")).to_have_text("Nog 8 tekens.")


def _stay(dialog: Dialog, asked: list[str]) -> None:
    """Note the question and stay on the page."""
    asked.append(dialog.type)
    dialog.dismiss()


def _typed_form(screen: Screen) -> Page:
    page = screen.open("/")
    page.get_by_role("button", name="Nieuw gesprek").click()
    told.fill_in_call(page, NAME)
    return page


def _send(page: Page) -> None:
    page.get_by_role("button", name="Gesprek afronden").click()
