"""The pages of the mandate register, in every state."""

from tests.journeys.page_case import PageCase, wrong

WORKER, KEEPER = "team_worker", "application_manager"
NEW = PageCase("mandaat-nieuw", "mandate-new", KEEPER)
END = PageCase("mandaat-beeindigen", "mandate-end", KEEPER, "mandate")
PAGES: tuple[PageCase, ...] = (
    PageCase("mandaten", "mandate-list", WORKER, prints=True),
    PageCase("mandaten-beheer", "mandate-list", KEEPER, query="?stand=alle"),
    PageCase("mandaten-product", "mandate-list", "general_manager", query="?product=07A03"),
    PageCase("mandaten-leeg", "mandate-list", WORKER, query="?zoek=xyzzyqq"),
    PageCase("mandaat", "mandate-detail", WORKER, "mandate", prints=True),
    PageCase("mandaat-beheer", "mandate-detail", KEEPER, "mandate"),
    PageCase("mandaat-beeindigd", "mandate-detail", KEEPER, "mandate-ended"),
    PageCase("mandaat-lang", "mandate-detail", KEEPER, "mandate-long"),
    NEW,
    wrong(NEW),
    END,
    PageCase("mandaat-beeindigen-lang", "mandate-end", KEEPER, "mandate-long"),
    wrong(END),
)
NO_PAGE: dict[str, str] = {}
