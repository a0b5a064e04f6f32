"""The pages of the running call, in every state."""

from tests.journeys.city import City
from tests.journeys.page_case import PageCase
from tests.journeys.stage import Screen

DESK = "contact_centre"


def finish(screen: Screen, city: City) -> None:
    """Try to end the call as it is."""
    screen.page.get_by_role("button", name="Gesprek afronden").click()
    screen.page.wait_for_load_state()


def look_up(screen: Screen, city: City) -> None:
    """Ask with two facts of somebody who is known."""
    screen.page.get_by_label("Telefoonnummer").fill("06 12340000")
    screen.page.get_by_label("Naam").fill("van der Berg")
    screen.page.get_by_role("button", name="Opzoeken").click()
    screen.page.locator("#answer .wt-say").first.wait_for()


def look_up_nobody(screen: Screen, city: City) -> None:
    """Ask with two facts of nobody."""
    screen.page.get_by_label("Telefoonnummer").fill("06 87654321")
    screen.page.get_by_label("Naam").fill("Niemand Bekend")
    screen.page.get_by_role("button", name="Opzoeken").click()
    screen.page.locator("#answer").wait_for()


def look_up_with_one_fact(screen: Screen, city: City) -> None:
    """One fact is not enough."""
    screen.page.get_by_label("Telefoonnummer").fill("06 87654321")
    screen.page.get_by_role("button", name="Opzoeken").click()
    screen.page.locator(".wt-error-summary").wait_for()


def open_keys(screen: Screen, city: City) -> None:
    """The list of shortcuts."""
    screen.page.get_by_role("button", name="Sneltoetsen").click()


PAGES: tuple[PageCase, ...] = (
    PageCase("gesprek-leeg", "contact-call", DESK, "call-empty", shows="Gesprek"),
    PageCase("gesprek", "contact-call", DESK, "call", shows="Gesprek"),
    PageCase("gesprek-lang", "contact-call", DESK, "call-long", shows="Gesprek"),
    PageCase(
        "gesprek-fouten", "contact-call", DESK, "call-empty", then=finish, shows="Fout: Gesprek"
    ),
    PageCase(
        "gesprek-toetsen", "contact-call", DESK, "call-empty", then=open_keys, shows="Gesprek"
    ),
    PageCase("gesprek-stoppen", "contact-stop", DESK, "call", shows="Gesprek stoppen"),
    PageCase("gesprek-stoppen-leeg", "contact-stop", DESK, "call-empty", shows="Gesprek stoppen"),
    PageCase("gesprek-afgerond", "contact-ended", DESK, "contact", shows="KC-"),
    PageCase("stand", "contact-status", DESK, shows="Hoe staat het ermee?"),
    PageCase("stand-antwoord", "contact-status", DESK, then=look_up, shows="Hoe staat het ermee?"),
    PageCase(
        "stand-niets", "contact-status", DESK, then=look_up_nobody, shows="Hoe staat het ermee?"
    ),
    PageCase("stand-fouten", "contact-status", DESK, then=look_up_with_one_fact, shows="Fout: "),
)
NO_PAGE: dict[str, str] = {
    "contact-open": "an act: on to the call",
    "contact-save": "a fragment of the call, looked at in the journey",
    "contact-caller": "a fragment of the call, looked at in the journey",
    "contact-set": "a fragment of the call, looked at in the journey",
    "contact-search": "a fragment of the call, looked at in the journey",
    "contact-help": "a fragment of the call, looked at in the journey",
    "contact-told": "an act: on to the contact",
}
