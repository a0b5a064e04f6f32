"""The pages of cover."""

from tests.journeys.page_case import PageCase, wrong

ILL, MATE, MANAGER = "ill", "mate", "team_manager"
ARRANGE = PageCase("waarneming-regelen", "cover-arrange", ILL, ILL)
PAGES: tuple[PageCase, ...] = (
    PageCase("waarneming", "cover-list", ILL),
    PageCase("waarneming-door-mij", "cover-list", MATE, prints=True),
    PageCase("waarneming-leeg", "cover-list", "city_hall_team"),
    PageCase("waarneming-team", "cover-list", MANAGER, prints=True),
    PageCase("waarneming-alle-teams", "cover-list", "general_manager"),
    PageCase("waarneming-onbekend-team", "cover-list", MANAGER, query="?team=987654321"),
    ARRANGE,
    wrong(ARRANGE),
    PageCase("waarneming-regelen-manager", "cover-arrange", MANAGER, "alone"),
    PageCase("waarneming-regelen-leeg", "cover-arrange", "city_hall_team", "city_hall_team"),
    PageCase("waarneming-beeindigen", "cover-end", MATE, "cover-running"),
    PageCase("waarneming-voorbij", "cover-end", MANAGER, "cover-over"),
    PageCase("waarneming-zonder", "cover-missing", MANAGER, prints=True),
    PageCase("waarneming-zonder-niemand", "cover-missing", "idle", role=MANAGER),
    PageCase("waarneming-mijn-werk", "home", MATE),
    PageCase("waarneming-gebeurd", "cover-happened", ILL, "cover-over", prints=True),
)
NO_PAGE: dict[str, str] = {}
