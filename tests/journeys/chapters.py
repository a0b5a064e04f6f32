"""The chapters of the main journey, as an employee would tell them; journeys string them together.

Every chapter works with and without script, but for the two that are about the keyboard and
about a row that changes in place.
"""

import base64
import re

from django_otp.oath import totp
from playwright.sync_api import Locator, Page, expect

from tests.factories.login import PASSWORD
from tests.journeys.stage import Screen

REFERENCE = re.compile(r"TB-\d{6,}")
QUESTION = "Kan de huur van december niet betalen en durft de post niet meer te openen."


def sign_in_for_the_first_time(screen: Screen, username: str) -> None:
    """Password, then put an app in use with its first code, then keep the recovery codes."""
    page = screen.open("/inloggen/")
    page.get_by_label("Gebruikersnaam").fill(username)
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Verder").click()
    page.get_by_text("Scannen lukt niet").click()
    secret = base64.b32decode(page.locator("details code").inner_text().replace(" ", ""))
    page.get_by_label("Code die de app nu laat zien").fill(f"{totp(secret):06d}")
    page.get_by_role("button", name="App in gebruik nemen").click()
    assert page.locator(".wt-codes li").count() == 10
    page.get_by_role("link", name="Ik heb de codes bewaard").click()
    expect(page.get_by_role("heading", name="Mijn werk")).to_be_visible()


def sign_in_as_demo_person(screen: Screen, role: str) -> None:
    """Choose a card on the login page of the demo."""
    page = screen.open("/inloggen/")
    page.locator(f"button[name=role][value={role}]").click()
    expect(page.get_by_role("heading", name="Mijn werk")).to_be_visible()


def open_call(screen: Screen) -> Page:
    """Open a call with one key; one can type at once."""
    page = screen.page
    page.wait_for_selector("[aria-keyshortcuts='Alt+N']")
    page.keyboard.press("Alt+N")
    expect(page.get_by_role("heading", name="Gesprek", exact=True)).to_be_visible()
    expect(page.locator("#id_name")).to_be_focused()  # one can type at once
    page.wait_for_selector("[aria-keyshortcuts='Alt+S']")  # and the keys work
    return page


def register_with_the_keyboard(screen: Screen, name: str) -> str:
    """Take down a call without touching the mouse; returns the number of the request."""
    page = open_call(screen)
    page.keyboard.type(name)
    assert [_next(page) for _ in range(2)] == ["id_is_anonymous", "id_phone"]
    page.keyboard.type("06 12345678")
    assert _next(page) == "id_postcode"
    page.keyboard.type("1363 ab")
    assert _next(page) == "id_house_number"
    expect(page.locator("#route-answer")).to_contain_text("Wijkteam Poort")
    expect(page.locator("#route-answer")).to_contain_text("Homeruskwartier")
    page.keyboard.type("12")
    page.keyboard.press("Alt+O")
    assert _here(page) == "id_q0-subject"
    page.keyboard.type("Geld")
    assert _next(page) == "id_q0-question"
    page.keyboard.type(QUESTION)
    page.keyboard.press("Alt+R")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Terugbelverzoek", exact=True)).to_be_checked()
    page.keyboard.press("Alt+U")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Alt+S")
    return read_aloud(screen, r"uiterlijk ma 23 november 12:0\d")


def register_with_the_form(screen: Screen, name: str, postcode: str = "1363 AB") -> str:
    """Take down a call field by field; returns the number of the request."""
    page = screen.open("/")
    page.get_by_role("button", name="Nieuw gesprek").click()
    fill_in_call(page, name, postcode)
    page.get_by_role("button", name="Gesprek afronden").click()
    return read_aloud(screen, r"uiterlijk di 24 november 17:00")


def fill_in_call(page: Page, name: str, postcode: str = "1363 AB") -> None:
    """Everything a callback must have."""
    page.get_by_label("Naam", exact=False).first.fill(name)
    page.get_by_label("Telefoonnummer").fill("06 12345678")
    page.get_by_label("Postcode").fill(postcode)
    page.get_by_label("Onderwerp").select_option(label="Geld en schulden")
    page.get_by_label(re.compile("^Vraag")).first.fill(QUESTION)
    page.get_by_label("Terugbelverzoek", exact=True).check()


def read_aloud(screen: Screen, promise: str) -> str:
    """The answer page says what to say; returns the number on it."""
    said = screen.page.locator(".wt-say")
    expect(said).to_have_text(re.compile(promise))
    found = REFERENCE.search(screen.page.locator("main").inner_text())
    assert found is not None
    return found[0]


def take_from_the_list(screen: Screen, number: str) -> None:
    """Take it in place: the row changes, the page stays, the focus is in the row."""
    page = screen.page
    page.evaluate("window.stayed = true")
    page.get_by_role("button", name=f"Oppakken {number}").click()
    expect(row_of(page, number)).to_contain_text("Opgepakt")
    expect(row_of(page, number).get_by_role("link", name=number)).to_be_focused()
    assert page.evaluate("window.stayed"), "the page was loaded again"


def open_request(screen: Screen, number: str) -> Page:
    """The page of the request, from the list."""
    page = screen.open("/terugbelverzoeken/")
    page.get_by_role("link", name=number).click()
    return page


def call_in_vain(screen: Screen) -> None:
    """Nobody picks up the phone."""
    write_attempt(screen, "Geen gehoor")
    expect(screen.page.get_by_role("status").first).to_contain_text("de poging is vastgelegd")


def write_attempt(screen: Screen, result: str, outcome: str = "") -> None:
    """Write down what came of a call."""
    page = screen.page
    page.get_by_role("link", name="Poging vastleggen").click()
    page.get_by_label(result, exact=True).check()
    if outcome:
        page.get_by_label(re.compile("^Meteen afsluiten met uitkomst")).select_option(label=outcome)
    page.get_by_role("button", name="Poging vastleggen").click()


def must_choose(screen: Screen) -> None:
    """After the third attempt there is nothing to do but choose (or close, or hand over)."""
    expect(screen.page.locator(".wt-head")).to_contain_text("Niet bereikt, keuze nodig")
    assert screen.page.get_by_role("link", name="Poging vastleggen").count() == 0
    screen.page.get_by_role("link", name="Vervolg kiezen").click()


def write_a_letter(screen: Screen, until: str) -> None:
    """Wait for an answer to a letter, until a day (jjjj-mm-dd)."""
    page = screen.page
    page.get_by_label("Brief sturen").check()
    page.get_by_label(re.compile("^Wachten tot")).fill(until)
    page.get_by_role("button", name="Kiezen").click()
    expect(page.locator(".wt-head")).to_contain_text("Wacht op inwoner")


def try_another_number(screen: Screen, phone: str) -> None:
    """A neighbour knew another number."""
    page = screen.page
    page.get_by_label("Ander telefoonnummer proberen").check()
    page.get_by_label(re.compile(r"^Ander telefoonnummer \(")).fill(phone)
    page.get_by_role("button", name="Kiezen").click()
    expect(page.locator(".wt-phone")).to_have_text(phone)


def reach_and_close(screen: Screen, outcome: str) -> None:
    """The resident answers; what came of it closes the request for good."""
    write_attempt(screen, "Gesproken", outcome)
    expect(screen.page.locator(".wt-head")).to_contain_text("Afgesloten")
    expect(screen.page.locator("main")).to_contain_text(f"Uitkomst: {outcome}")
    assert screen.page.get_by_role("link", name="Afsluiten").count() == 0


def bell_says(screen: Screen, unread: int) -> None:
    """The bell on any page shows how many notices wait."""
    shown = "Meldingen" + (f" {unread} nieuw" if unread else "")
    expect(screen.page.locator(".wt-bell")).to_have_text(re.compile(shown.replace(" ", r"\s*")))


def open_tile(screen: Screen, label: str, count: int) -> None:
    """The list behind a tile counts what the tile says."""
    page = screen.open("/dashboard/")
    tile = page.locator(".wt-tile").filter(has=page.get_by_role("link", name=label, exact=True))
    expect(tile.locator(".wt-tile__figure")).to_have_text(str(count))
    tile.get_by_role("link").click()
    expect(page.locator("main tbody tr")).to_have_count(count)


def row_of(page: Page, number: str):
    """The row of a request in a list."""
    return page.locator("tbody tr").filter(has_text=number)


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the cursor is there, as somebody without a mouse does."""
    for _ in range(20):
        page.keyboard.press("Tab")
        if target.evaluate("part => part === document.activeElement"):
            return
    raise AssertionError("Tab does not come there")


def _here(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def _next(page: Page) -> str:
    """Press Tab until the next field; a date is several stops for its day, month and year."""
    before = here = _here(page)
    for _ in range(8):
        page.keyboard.press("Tab")
        here = _here(page)
        if here != before:
            break
    return here
