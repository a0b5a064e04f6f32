"""The pages of the load."""

from tests.journeys.page_case import PageCase

ME, MANAGER = "handler", "team_manager"
PAGES: tuple[PageCase, ...] = (
    PageCase("werklast", "workload", MANAGER, prints=True),
    PageCase("werklast-alle-teams", "workload", "general_manager", prints=True),
    PageCase("werklast-medewerker", "workload-person", MANAGER, ME, prints=True),
    PageCase("werklast-meldingen", "workload-person", MANAGER, ME, query="?soort=meldingen"),
    PageCase("werklast-mijn", "workload-person", ME, ME),
    PageCase("werklast-leeg", "workload-person", "city_social_team", "city_social_team"),
)
NO_PAGE: dict[str, str] = {}
