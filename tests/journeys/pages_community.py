"""The pages of the sociale kaart, in every state."""

from tests.journeys.city import City
from tests.journeys.page_case import PageCase, wrong
from tests.journeys.stage import Screen

WORKER, DESK = "team_worker", "contact_centre"


def be_overtaken(screen: Screen, city: City) -> None:
    """Save a text while a colleague saved another one, so that both are on the page."""
    address = screen.page.url.removeprefix(screen.site)
    colleague = screen.context.new_page()
    colleague.goto(screen.site + address)
    colleague.get_by_label("Naam", exact=True).fill("Wat de collega schreef")
    colleague.locator("main form button").last.click()
    colleague.wait_for_load_state()
    colleague.close()
    screen.page.get_by_label("Naam", exact=True).fill("Wat ik schreef")
    screen.page.locator("main form button").last.click()
    screen.page.get_by_text("Bewaard door").wait_for()


NEW = PageCase("sociale-kaart-nieuw", "offer-new", WORKER)
STOP = PageCase("sociale-kaart-stoppen", "offer-stop", WORKER, "offer")
NEW_ORGANISATION = PageCase("sociale-kaart-organisatie-nieuw", "organisation-new", WORKER)
PAGES: tuple[PageCase, ...] = (
    PageCase("sociale-kaart", "offer-list", WORKER, prints=True),
    PageCase("sociale-kaart-balie", "offer-list", DESK),
    PageCase("sociale-kaart-leeg", "offer-list", WORKER, query="?zoek=xyzzyqq"),
    PageCase("sociale-kaart-stopwoord", "offer-list", WORKER, query="?zoek=de+het"),
    PageCase("sociale-kaart-tikfout", "offer-list", WORKER, query="?zoek=zeesalg&cluster="),
    PageCase("sociale-kaart-voorbij", "offer-list", WORKER, query="?stand=voorbij&cluster="),
    PageCase("sociale-kaart-aanbod", "offer-detail", DESK, "offer", prints=True),
    PageCase("sociale-kaart-aanbod-bijhouden", "offer-detail", WORKER, "offer"),
    PageCase("sociale-kaart-aanbod-lang", "offer-detail", WORKER, "offer-long"),
    PageCase("sociale-kaart-aanbod-gestopt", "offer-detail", WORKER, "offer-stopped"),
    NEW,
    wrong(NEW),
    PageCase("sociale-kaart-wijzigen", "offer-change", WORKER, "offer"),
    PageCase(
        "sociale-kaart-twee-teksten",
        "offer-change",
        WORKER,
        "offer",
        then=be_overtaken,
        shows="Fout: ",
    ),
    STOP,
    wrong(STOP),
    PageCase("sociale-kaart-nakijken", "offer-due", WORKER),
    PageCase("sociale-kaart-nakijken-alle", "offer-due", "help_desk", query="?van=iedereen"),
    PageCase("sociale-kaart-nakijken-leeg", "offer-due", "help_desk"),
    PageCase("sociale-kaart-organisaties", "organisation-list", WORKER),
    PageCase("sociale-kaart-organisaties-leeg", "organisation-list", DESK, query="?zoek=xyzzyqq"),
    PageCase("sociale-kaart-organisatie", "organisation-detail", DESK, "organisation"),
    PageCase("sociale-kaart-organisatie-lang", "organisation-detail", WORKER, "organisation-long"),
    PageCase("sociale-kaart-organisatie-leeg", "organisation-detail", DESK, "organisation-empty"),
    NEW_ORGANISATION,
    wrong(NEW_ORGANISATION),
    PageCase("sociale-kaart-organisatie-wijzigen", "organisation-change", WORKER, "organisation"),
    PageCase(
        "sociale-kaart-organisatie-twee-teksten",
        "organisation-change",
        WORKER,
        "organisation",
        then=be_overtaken,
        shows="Fout: ",
    ),
)
NO_PAGE: dict[str, str] = {
    "offer-review": "an act: back to the offer or the list",
    "offer-restart": "an act: back to the offer",
}
