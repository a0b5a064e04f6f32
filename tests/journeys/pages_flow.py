"""The parts of the dashboard about how work flows, as pages of their own, and their lists."""

from tests.journeys.page_case import PageCase

MANAGER, ABOVE, OF_TWO = "team_manager", "general_manager", "manager_of_two"
PAGES: tuple[PageCase, ...] = (
    PageCase("stroom", "dashboard-streams", MANAGER, prints=True),
    PageCase("stroom-26", "dashboard-streams", OF_TWO, query="?weken=26&soort=meldingen"),
    PageCase("stroom-stad", "dashboard-streams", ABOVE, query="?soort=dossiers"),
    PageCase("stroom-leeg", "dashboard-streams", "new_manager"),
    PageCase("doorlooptijd", "dashboard-leads", MANAGER, prints=True),
    PageCase("doorlooptijd-leeg", "dashboard-leads", "new_manager"),
    PageCase("triage-cijfers", "dashboard-triages", MANAGER, prints=True),
    PageCase("triage-cijfers-kwartaal", "dashboard-triages", ABOVE, query="?per=kwartaal"),
    PageCase("formeel-informeel", "dashboard-shares", MANAGER, prints=True),
    PageCase("stroom-lijst", "flow-stream-list", MANAGER, query="?soort=dossiers", prints=True),
    PageCase("stroom-lijst-stad", "flow-stream-list", ABOVE),
    PageCase("stroom-lijst-leeg", "flow-stream-list", "new_manager"),
    PageCase("doorlooptijd-lijst", "flow-lead-list", MANAGER, query="?maand=alles"),
    PageCase(
        "triage-cijfers-lijst", "flow-triage-list", MANAGER, query="?periode=alles&stand=anders"
    ),
)
NO_PAGE: dict[str, str] = {}
