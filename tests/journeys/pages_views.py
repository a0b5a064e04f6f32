"""The pages of what waits for who steers, and of saved views."""

from tests.journeys.city import City
from tests.journeys.page_case import PageCase, send
from tests.journeys.stage import Screen

MANAGER = "team_manager"


def no_name(screen: Screen, city: City) -> None:
    """Keep it without a name."""
    screen.page.get_by_label("Naam").fill("")
    send(screen, city)


PAGES: tuple[PageCase, ...] = (
    PageCase("vraagt-maatwerk", "dashboard-asks", MANAGER, query="?soort=maatwerk-beslissen"),
    PageCase("vraagt-taken", "dashboard-asks", MANAGER, query="?soort=zonder_eigenaar"),
    PageCase("vraagt-leeg", "dashboard-asks", "general_manager", query="?soort=zonder_eigenaar"),
    PageCase("weergaven", "saved-views", MANAGER),
    PageCase("weergaven-leeg", "saved-views", "idle"),
    PageCase("weergave-bewaren", "view-new", MANAGER, query="?pagina=dashboard"),
    PageCase(
        "weergave-fout", "view-new", MANAGER, query="?pagina=dashboard", then=no_name, shows="Fout"
    ),
)
NO_PAGE: dict[str, str] = {
    "dashboard-presence": "a fragment of the dashboard",
    "view-remove": "an act: back to the list",
    "weekly-choose": "an act: back to the saved views",
}
