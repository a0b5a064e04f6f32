"""The pages of the waakvlam."""

from tests.journeys.page_case import PageCase, wrong

ME, MANAGER = "handler", "team_manager"
START = PageCase("waakvlam-beginnen", "waakvlam-start", ME, "waakvlam-resident")
CONTACT = PageCase("waakvlam-contact", "waakvlam-contact", ME, "waakvlam-calm")
RENEW = PageCase("waakvlam-bekijken", "waakvlam-renew", ME, "waakvlam-calm")
END = PageCase("waakvlam-beeindigen", "waakvlam-end", ME, "waakvlam-calm")
TRANSFER = PageCase("waakvlam-overdragen", "waakvlam-transfer", MANAGER, "waakvlam-calm")
PAGES: tuple[PageCase, ...] = (
    PageCase("waakvlammen", "waakvlam-list", ME, prints=True),
    PageCase("waakvlammen-team", "waakvlam-list", ME, query="?selectie=team"),
    PageCase("waakvlammen-beeindigd", "waakvlam-list", ME, query="?selectie=beeindigd"),
    PageCase("waakvlammen-leeg", "waakvlam-list", "idle"),
    PageCase("waakvlammen-manager", "waakvlam-list", MANAGER),
    PageCase("waakvlammen-over", "waakvlam-list", MANAGER, query="?selectie=over-te-dragen"),
    PageCase("waakvlam", "waakvlam-detail", ME, "waakvlam-calm", prints=True),
    PageCase("waakvlam-zorgen", "waakvlam-detail", ME, "waakvlam-worry"),
    PageCase("waakvlam-onbereikt", "waakvlam-detail", ME, "waakvlam-unreached"),
    PageCase("waakvlam-overleden", "waakvlam-detail", ME, "waakvlam-died"),
    PageCase("waakvlam-lang", "waakvlam-detail", ME, "waakvlam-long"),
    PageCase("waakvlam-voorbij", "waakvlam-detail", ME, "waakvlam-ended"),
    PageCase("waakvlam-van-het-team", "waakvlam-detail", MANAGER, "waakvlam-unreached"),
    PageCase("waakvlam-dag", "waakvlam-move", ME, "waakvlam-calm"),
    PageCase("waakvlam-wat-nu", "waakvlam-move", ME, "waakvlam-worry"),
    START,
    wrong(START),
    CONTACT,
    wrong(CONTACT),
    RENEW,
    wrong(RENEW),
    END,
    wrong(END),
    TRANSFER,
)
NO_PAGE: dict[str, str] = {
    "waakvlam-panel": "a fragment of the card of a resident",
    "waakvlam-of-file": "a fragment of the page of a dossier",
}
