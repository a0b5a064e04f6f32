"""The pages of linking pins."""

from tests.journeys.page_case import PageCase, wrong

MANAGER = "team_manager"
NEW = PageCase("linking-pin-nieuw", "liaison-new", "application_manager")
PAGES: tuple[PageCase, ...] = (
    PageCase("linking-pins", "liaison-list", MANAGER, prints=True),
    PageCase("linking-pins-stad", "liaison-list", "general_manager"),
    PageCase("linking-pins-voorbij", "liaison-list", "team_worker", query="?stand=alle"),
    PageCase("linking-pins-leeg", "liaison-list", "team_worker", query="?soort=oco"),
    PageCase("linking-pin-wijzigen", "liaison-change", MANAGER, "liaison"),
    NEW,
    wrong(NEW),
)
NO_PAGE: dict[str, str] = {"liaison-review": "an act: back to the list"}
