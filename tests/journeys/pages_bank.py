"""The pages of bank lines."""

from tests.journeys.city import City
from tests.journeys.page_case import PageCase, wrong
from tests.journeys.stage import Screen

ME = "controller"
IMPORT = PageCase("bank-inlezen", "bank-import", ME)
MATCH = PageCase("bankregel-koppelen", "bank-match", ME, "bank-split")
ASIDE = PageCase("bankregel-opzij", "bank-aside", ME, "bank-nothing")


def look_at_ticked(screen: Screen, city: City) -> None:
    """From the list to what is about to be matched."""
    screen.page.get_by_role("button", name="Aangevinkte regels nakijken").click()
    screen.page.wait_for_load_state()


PAGES: tuple[PageCase, ...] = (
    PageCase("bankregels", "bank-lines", ME, prints=True),
    PageCase("bankregels-gekoppeld", "bank-lines", ME, query="?selectie=gekoppeld"),
    PageCase("bankregels-opzij", "bank-lines", ME, query="?selectie=opzij"),
    PageCase("bankregels-af", "bank-lines", ME, query="?selectie=af"),
    PageCase(
        "bankregels-nakijken",
        "bank-lines",
        ME,
        then=look_at_ticked,
        shows="Koppelingen nakijken",
    ),
    PageCase("bankregel", "bank-line", ME, "bank-split"),
    PageCase("bankregel-gekoppeld", "bank-line", ME, "bank-matched"),
    PageCase("bankregel-lang", "bank-line", ME, "bank-long"),
    PageCase("bankregel-opzij-gelegd", "bank-line", ME, "bank-aside"),
    PageCase("bankregel-leeg", "bank-line", ME, "bank-empty"),
    PageCase("bankregel-af", "bank-line", ME, "bank-paid"),
    PageCase("mijn-werk-controller", "home", ME),
    IMPORT,
    wrong(IMPORT),
    MATCH,
    wrong(MATCH),
    ASIDE,
    wrong(ASIDE),
)
NO_PAGE: dict[str, str] = {
    "bank-preview": "reached from the list: bankregels-nakijken",
    "bank-accept": "an act without a page",
    "bank-back": "an act without a page",
    "bank-undo": "an act without a page",
}
