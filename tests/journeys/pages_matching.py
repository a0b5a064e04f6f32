"""The pages of volunteers that are asked for, and of the informal share."""

from tests.journeys.page_case import PageCase, wrong

ME, MATE, MANAGER = "handler", "volunteers", "team_manager"
ASK = PageCase("match-vragen", "match-ask", ME, "match-question")
FOUND = PageCase("match-vinden", "match-found", MATE, "match-taken")
NONE = PageCase("match-geen", "match-none", MATE, "match-taken")
WITHDRAW = PageCase("match-intrekken", "match-withdraw", ME, "match-asked")
ARRIVAL = PageCase("match-aangekomen", "match-arrival", ME, "match-found")
PAGES: tuple[PageCase, ...] = (
    PageCase("matches", "match-list", MATE),
    PageCase("matches-beantwoord", "match-list", MATE, query="?selectie=beantwoord"),
    PageCase("matches-dossiers", "match-list", ME, query="?selectie=dossiers"),
    PageCase("matches-leeg", "match-list", ME),
    PageCase("match-aanbod", "match-offer", ME, "match-offer"),
    PageCase("match-gevraagd", "match-detail", MATE, "match-asked"),
    PageCase("match-opgepakt", "match-detail", MATE, "match-taken"),
    PageCase("match-gevonden", "match-detail", ME, "match-found", prints=True),
    PageCase("match-niemand", "match-detail", ME, "match-none"),
    PageCase("match-lang", "match-detail", ME, "match-long"),
    ASK,
    wrong(ASK),
    FOUND,
    wrong(FOUND),
    NONE,
    wrong(NONE),
    WITHDRAW,
    wrong(WITHDRAW),
    ARRIVAL,
    wrong(ARRIVAL),
    PageCase("aandeel", "informal-share", MANAGER, prints=True),
    PageCase("aandeel-stad", "informal-share", "general_manager"),
    PageCase("aandeel-leeg-jaar", "informal-share", MANAGER, query="?jaar=2016"),
    PageCase("aandeel-lijst", "informal-share-list", MANAGER, query="?soort=informeel"),
    PageCase("aandeel-lijst-leeg", "informal-share-list", MANAGER, query="?jaar=2016"),
)
NO_PAGE: dict[str, str] = {
    "match-panel": "a fragment of the page of a dossier",
    "match-take": "an act: on to the request or back to the list",
}
