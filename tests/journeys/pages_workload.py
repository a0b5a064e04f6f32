"""The pages of the load."""

from tests.journeys.page_case import PageCase

ME, MANAGER = "handler", "team_manager"
PAGES: tuple[PageCase, ...] = (
    PageCase("werklast", "workload", MANAGER, prints=True),
    PageCase("werklast-alle-teams", "workload", "general_manager", prints=True),
    PageCase("werklast-medewerker", "workload-person", MANAGER, ME, prints=True),
    PageCase("werklast-meldingen", "workload-person", MANAGER, ME, query="?soort=meldingen"),
    PageCase("werklast-mijn", "workload-person", ME, ME),
    PageCase("termijnen-te-laat", "workload-terms", MANAGER, prints=True),
    PageCase("termijnen-meldingen", "workload-terms", MANAGER, query="?soort=meldingen&stand=open"),
    PageCase("uitdelen", "handout-prepare", MANAGER, ME),
    PageCase("uitdelen-alles", "handout-prepare", MANAGER, ME, query="?wat=alles"),
    PageCase("uitdelen-leeg", "handout-prepare", MANAGER, "workless"),
    PageCase("uitgedeeld", "handout-detail", MANAGER, "handout", prints=True),
    PageCase("werklast-leeg", "workload-person", "city_social_team", "city_social_team"),
)
NO_PAGE: dict[str, str] = {
    "handout-undo": "an act: back to what was handed out",
    "dashboard-terms": "a fragment of the dashboard",
}
