"""The pages of the kennisbank and the news, in every state."""

from tests.journeys.city import City
from tests.journeys.page_case import PageCase, wrong
from tests.journeys.stage import Screen

EDITOR, DESK = "help_desk", "contact_centre"


def search(screen: Screen, city: City) -> None:
    """Look for something that is there."""
    screen.page.get_by_label("Zoeken").fill("huishouding")
    screen.page.locator("main").get_by_role("button", name="Zoeken").click()
    screen.page.locator(".wt-found").wait_for()


def search_in_vain(screen: Screen, city: City) -> None:
    """Look for something that is not there."""
    screen.page.get_by_label("Zoeken").fill("xyzzyqq")
    screen.page.locator("main").get_by_role("button", name="Zoeken").click()
    screen.page.get_by_text("Niets gevonden").wait_for()


NEW = PageCase("artikel-nieuw", "article-new", EDITOR)
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
    PageCase("artikel-versies", "article-versions", EDITOR, "article"),
    NEW,
    wrong(NEW),
    ASK,
    wrong(ASK),
    PageCase("gevraagd", "suggestion-list", EDITOR),
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
    "suggestion-settle": "an act: back to the list",
}
