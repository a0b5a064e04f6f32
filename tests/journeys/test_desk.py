"""The desk of the contact centre, as its callers meet it; by keyboard where it says so."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from cases.models import CallbackRequest, CallDraft, Contact, QuestionResult
from clusters.models import User
from clusters.people.models import Role
from tests.factories.helpdesk import DutyShiftFactory
from tests.factories.knowledge import ArticleFactory
from tests.journeys import chapters as told
from tests.journeys.city import employee, found_organisation
from tests.journeys.stage import Screen, look, seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HARMSEN = "Mw. Harmsen"
MOST_SECONDS = 30
SAVED_AFTER_MS = 900
SECONDS_A_KEY, SECONDS_A_PAGE = 0.28, 1.0
"""An average typist needs 0.28 s for a key (keystroke-level model); a page may take a second."""


@pytest.fixture
def people(settings: Any, db: None) -> dict[str, User]:
    """The organisation with a KCC-medewerker, a vraagbaak on duty and a wijkwerker."""
    settings.DEMO = True
    found_organisation()
    roles = (Role.CONTACT_CENTRE, Role.HELP_DESK, Role.TEAM_WORKER)
    found = {role.value: employee(role) for role in roles}
    User.objects.update(is_demo=True)
    return found


@pytest.fixture
def desk(people: dict[str, User], browser: Browser, site: str) -> Any:
    """The KCC-medewerker at the screen."""
    with seated(browser, site) as screen:
        told.sign_in_as_demo_person(screen, Role.CONTACT_CENTRE)
        yield screen


class Hand:
    """Counts what the hand does: keys that type, jumps between fields, pages that load."""

    def __init__(self, page: Page) -> None:
        self.page, self.typed, self.jumps, self.pages, self.fields = page, 0, 0, 0, 0
        page.on("load", lambda _: self._loaded())

    def _loaded(self) -> None:
        self.pages += 1

    def write(self, text: str) -> None:
        """Fill the field in which the cursor is."""
        self.typed += len(text)
        self.fields += 1
        self.page.keyboard.type(text)

    def press(self, *keys: str) -> None:
        """Move."""
        self.jumps += len(keys)
        for key in keys:
            self.page.keyboard.press(key)

    @property
    def seconds(self) -> float:
        """How long the work takes."""
        return (self.typed + self.jumps) * SECONDS_A_KEY + self.pages * SECONDS_A_PAGE


def saved(screen: Screen) -> None:
    """What was typed is on the server, and nothing is under way."""
    screen.page.wait_for_timeout(SAVED_AFTER_MS)
    expect(screen.page.locator("#call-saved")).to_contain_text("Bewaard")
    screen.page.wait_for_load_state("networkidle")


def test_answered_from_the_kennisbank_by_keyboard(people: dict[str, User], desk: Screen):
    ArticleFactory(
        title="Kwijtschelding van gemeentelijke belastingen",
        synonyms="aanslag, niet kunnen betalen",
        owner=people["help_desk"],
    )
    page = told.open_call(desk)
    page.keyboard.press("Alt+O")
    page.keyboard.type("Geld")
    page.keyboard.press("Alt+K")
    page.keyboard.type("kwijtscheling")  # with a typing error
    found = page.get_by_label("Kwijtschelding van gemeentelijke belastingen")
    expect(found).to_be_visible()
    told.tab_to(page, found)
    page.keyboard.press("Space")
    page.keyboard.press("Alt+R")
    page.keyboard.press("Space")
    saved(desk)
    look(desk, "balie-kennisbank")
    page.keyboard.press("Alt+S")

    expect(page.get_by_role("heading", name=re.compile("KC-.* is afgerond"))).to_be_visible()
    expect(page.locator("main")).to_contain_text("Kwijtschelding van gemeentelijke belastingen")
    question = Contact.objects.get().questions.get()
    assert question.result == QuestionResult.ANSWERED
    assert question.article.title.startswith("Kwijtschelding")


def test_answered_by_the_vraagbaak_while_the_caller_holds(
    people: dict[str, User], desk: Screen, browser: Browser
):
    DutyShiftFactory(person=people["help_desk"])
    page = told.open_call(desk)
    page.keyboard.press("Alt+O")
    page.keyboard.type("Geld")
    page.keyboard.press("Tab")
    page.keyboard.type("Mag iemand met een uitkering sparen?")
    saved(desk)
    page.locator("#help-0 > summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Vraag voorleggen, beller wacht").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#help-0")).to_contain_text("Wacht op de vraagbaak")

    with seated(browser, desk.site) as helper:
        told.sign_in_as_demo_person(helper, Role.HELP_DESK)
        helper.open("/vraagbaak/")
        helper.page.get_by_role("button", name="Oppakken").click()
        helper.page.get_by_label("Antwoord om voor te lezen").fill("Ja, tot een grens.")
        helper.page.get_by_role("button", name="Antwoord geven").click()
        expect(helper.page.get_by_role("status").first).to_contain_text("bij de KCC-medewerker")

    expect(page.locator("#help-0")).to_contain_text("Ja, tot een grens.")
    page.keyboard.press("Alt+R")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Alt+S")
    expect(page.get_by_role("heading", name=re.compile("is afgerond"))).to_be_visible()
    question = Contact.objects.get().questions.get()
    assert (question.result, question.with_help_desk) == (QuestionResult.HELP_DESK, True)
    assert question.help_question.answer == "Ja, tot een grens."


def test_callback_of_a_new_caller_within_thirty_seconds_of_work(desk: Screen):
    """From "call opens" to "callback saved": fields, keys and page loads are counted."""
    page = desk.page
    page.wait_for_selector("[aria-keyshortcuts='Alt+N']")
    hand = Hand(page)
    hand.press("Alt+N")
    expect(page.locator("#id_name")).to_be_focused()
    page.wait_for_selector("[aria-keyshortcuts='Alt+S']")
    hand.write(HARMSEN)
    hand.press("Tab", "Tab")
    hand.write("06 12345678")
    hand.press("Tab")
    hand.write("1363 ab")
    hand.press("Tab")
    hand.write("12")
    hand.press("Alt+O")
    hand.write("Geld")
    hand.press("Tab")
    hand.write("Kan de huur niet betalen.")
    hand.press("Alt+R", "ArrowDown", "ArrowDown", "Alt+S")
    told.read_aloud(desk, "uiterlijk di 24 november 17:00")

    print(  # noqa: T201 - the figure the desk is judged by
        f"nieuw terugbelverzoek: {hand.fields} velden, {hand.typed} tekens, {hand.jumps} toetsen "
        f"om te verplaatsen, {hand.pages} pagina's, {hand.seconds:.0f} s werk"
    )
    assert hand.fields == 6
    assert hand.pages <= 3
    assert hand.seconds <= MOST_SECONDS


def test_callback_with_a_safe_contact_card(desk: Screen, browser: Browser):
    page = told.open_call(desk)
    told.fill_in_call(page, HARMSEN)
    page.get_by_text("Veilig bellen").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Noem de gemeente niet").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Alt+S")
    number = told.read_aloud(desk, "uiterlijk di 24 november")

    with seated(browser, desk.site) as worker:
        told.sign_in_as_demo_person(worker, Role.TEAM_WORKER)
        seen = told.open_request(worker, number)
        expect(seen.locator("#call-card")).to_contain_text("Noem de gemeente niet")
        expect(seen.locator("main")).not_to_contain_text("06 12345678")
        seen.get_by_role("button", name="Oppakken").click()
        look(worker, "balie-kaart")
        seen.get_by_role("button", name="Gelezen, toon het nummer").click()
        expect(seen.locator(".wt-phone")).to_have_text("06 12345678")


def test_a_caller_who_asks_how_it_stands(desk: Screen):
    number = told.register_with_the_keyboard(desk, HARMSEN)
    page = desk.open("/")
    page.wait_for_selector("[aria-keyshortcuts='Alt+H']")
    page.keyboard.press("Alt+H")
    expect(page.locator("#id_phone")).to_be_focused()  # one can type at once
    page.wait_for_selector("[aria-keyshortcuts='Alt+S']")
    page.keyboard.type("06 12345678")
    page.get_by_label("Naam").focus()
    page.keyboard.type("Harmsen")
    page.keyboard.press("Alt+S")
    answer = page.locator("#answer")
    expect(answer).to_contain_text("Wijkteam Poort belt uiterlijk")
    expect(answer).to_contain_text(number)
    look(desk, "balie-stand")
    page.get_by_role("button", name="Verteld: vastleggen als beantwoord").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=re.compile("is afgerond"))).to_be_visible()
    assert Contact.objects.count() == 2


def test_a_caller_who_calls_again_joins_the_request_that_is_open(desk: Screen):
    number = told.register_with_the_form(desk, HARMSEN)
    page = told.open_call(desk)
    told.fill_in_call(page, "mevrouw Harmsen")
    expect(page.locator("#known")).to_contain_text(number)
    expect(page.get_by_label(re.compile("komt bij TB-"))).to_be_checked()
    saved(desk)
    look(desk, "balie-dubbel")
    page.keyboard.press("Alt+S")

    expect(page.locator("main")).to_contain_text(number)
    request = CallbackRequest.objects.get()
    assert request.urgency == "spoed"
    assert request.added_questions.count() == 1


def test_a_call_survives_a_killed_browser(people: dict[str, User], browser: Browser, site: str):
    with seated(browser, site) as lost:
        told.sign_in_as_demo_person(lost, Role.CONTACT_CENTRE)
        page = told.open_call(lost)
        page.keyboard.type(HARMSEN)
        page.locator("#id_q0-question").fill(told.QUESTION)
        expect(page.locator("#call-saved")).to_contain_text("Bewaard")
        page.wait_for_timeout(1000)

    with seated(browser, site) as other_pc:
        told.sign_in_as_demo_person(other_pc, Role.CONTACT_CENTRE)
        other_pc.page.get_by_role("link", name=re.compile(HARMSEN)).click()
        expect(other_pc.page.locator("#id_name")).to_have_value(HARMSEN)
        expect(other_pc.page.locator("#id_q0-question")).to_have_value(told.QUESTION)


def test_two_calls_can_be_switched_by_keyboard(desk: Screen):
    page = told.open_call(desk)
    page.keyboard.type(HARMSEN)
    saved(desk)
    page.keyboard.press("Alt+N")
    expect(page.locator("#id_name")).to_have_value("")
    expect(page.locator("#id_name")).to_be_focused()
    page.keyboard.type("Dhr. Veenstra")
    saved(desk)
    page.wait_for_selector("[aria-keyshortcuts='Alt+1']")
    page.keyboard.press("Alt+1")
    expect(page.locator("#id_name")).to_have_value(HARMSEN)
    page.wait_for_selector("[aria-keyshortcuts='Alt+2']")
    page.keyboard.press("Alt+2")
    expect(page.locator("#id_name")).to_have_value("Dhr. Veenstra")
    assert CallDraft.objects.count() == 2


def test_shortcuts_are_listed_under_the_question_mark(desk: Screen):
    page = told.open_call(desk)
    page.keyboard.press("Alt+?")
    keys = page.get_by_role("dialog", name="Sneltoetsen")
    for name in ("Alt+N", "Alt+S", "Alt+K", "Alt+O", "Alt+R", "Alt+V"):
        expect(keys).to_contain_text(name)
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()


def test_a_call_ends_without_script(people: dict[str, User], browser: Browser, site: str):
    with seated(browser, site, java_script_enabled=False) as plain:
        told.sign_in_as_demo_person(plain, Role.CONTACT_CENTRE)
        number = told.register_with_the_form(plain, HARMSEN)
        assert number == str(CallbackRequest.objects.get())
