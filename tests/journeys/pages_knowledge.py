"""The pages of the kennisbank and the news, in every state."""

from tests.journeys.city import City
from tests.journeys.page_case import PageCase, wrong
from tests.journeys.stage import Screen

EDITOR, DESK = "help_desk", "contact_centre"


def search(screen: Screen, city: City) -> None:
    """Look for something that is there."""
    screen.page.get_by_label("Zoeken in de kennisbank").fill("huishouding")
    screen.page.locator("main").get_by_role("button", name="Zoeken").click()
    screen.page.locator(".wt-found").wait_for()


def search_in_vain(screen: Screen, city: City) -> None:
    """Look for something that is not there."""
    screen.page.get_by_label("Zoeken in de kennisbank").fill("xyzzyqq")
    screen.page.locator("main").get_by_role("button", name="Zoeken").click()
    screen.page.get_by_text("Niets gevonden").wait_for()


def be_overtaken(screen: Screen, city: City) -> None:
    """Save a text while a colleague saved another one, so that both are on the page."""
    address = screen.page.url.removeprefix(screen.site)
    colleague = screen.context.new_page()
    colleague.goto(screen.site + address)
    colleague.get_by_label("Wat u meteen kunt zeggen").fill("Een medewerker belt u terug.")
    colleague.get_by_label("Opnieuw bekijken op").fill("2027-05-01")
    colleague.get_by_role("button", name="Artikel bewaren").click()
    colleague.wait_for_load_state()
    colleague.close()
    screen.page.get_by_label("Wat u meteen kunt zeggen").fill("Dit is mijn tekst.")
    screen.page.get_by_role("button", name="Artikel bewaren").click()
    screen.page.get_by_text("Bewaard door").wait_for()


NEW = PageCase("artikel-nieuw", "article-new", EDITOR)
SETTLE = PageCase("gevraagd-afhandelen", "suggestion-settle", EDITOR, "suggestion")
NEWS = PageCase("nieuws-nieuw", "news-new", EDITOR)
ASK = PageCase("artikel-vragen", "article-suggest", DESK)
PAGES: tuple[PageCase, ...] = (
    PageCase("kennisbank", "article-list", DESK),
    PageCase("kennisbank-bijhouden", "article-list", EDITOR),
    PageCase("kennisbank-gevonden", "article-list", DESK, then=search, shows=""),
    PageCase("kennisbank-niets", "article-list", DESK, then=search_in_vain, shows=""),
    PageCase("artikel", "article-detail", DESK, "article", prints=True),
    PageCase("artikel-bijhouden", "article-detail", EDITOR, "article"),
    PageCase("artikel-lang", "article-detail", EDITOR, "article-long"),
    PageCase("artikel-wijzigen", "article-change", EDITOR, "article"),
    PageCase(
        "artikel-twee-teksten",
        "article-change",
        EDITOR,
        "article-long",
        then=be_overtaken,
        shows="Fout: ",
    ),
    PageCase("artikel-versies", "article-versions", EDITOR, "article"),
    NEW,
    wrong(NEW),
    ASK,
    wrong(ASK),
    PageCase("gevraagd", "suggestion-list", EDITOR),
    SETTLE,
    wrong(SETTLE),
    PageCase("kennisbank-cijfers", "knowledge-figures", EDITOR),
    PageCase("nieuws", "news-list", DESK),
    PageCase("nieuws-bijhouden", "news-list", EDITOR),
    NEWS,
    wrong(NEWS),
    PageCase("nieuws-wijzigen", "news-change", EDITOR, "news"),
)
NO_PAGE: dict[str, str] = {
    "article-find": "the same page or a fragment, looked at through the list",
    "article-review": "an act: back to the article",
    "article-useful": "an act: back to the article",
    "article-vain": "an act: counts a search without result",
}
