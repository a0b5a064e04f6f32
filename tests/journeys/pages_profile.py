"""The pages of the profile of a cluster."""

from tests.journeys.page_case import PageCase, wrong

MANAGER, ABOVE = "team_manager", "general_manager"
WISH = PageCase("profiel-wens", "profile-wish", ABOVE, "profile-cluster")
PAGES: tuple[PageCase, ...] = (
    PageCase("profielen", "profile-overview", MANAGER, prints=True),
    PageCase("profielen-alle", "profile-overview", ABOVE, prints=True),
    PageCase("profiel", "profile-cluster", MANAGER, "profile-cluster", prints=True),
    PageCase("profiel-wijzigen", "profile-cluster", ABOVE, "profile-cluster"),
    PageCase("profiel-leeg", "profile-cluster", ABOVE, "profile-empty"),
    PageCase("profiel-medewerkers", "profile-people", MANAGER, "profile-cluster"),
    PageCase("profiel-niemand", "profile-people", ABOVE, "profile-empty"),
    WISH,
    wrong(WISH),
    PageCase("profiel-vervallen", "profile-withdraw", ABOVE, "profile-wish"),
)
NO_PAGE: dict[str, str] = {"dashboard-profile": "a fragment of the dashboard"}
