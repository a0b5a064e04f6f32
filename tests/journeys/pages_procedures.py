"""The pages of the verkorte procedure, and of its marks at the table."""

from tests.journeys.page_case import PageCase, wrong
from tests.journeys.pages_talks import unfold

ME = "handler"
NEW = PageCase("verkort-voor-wie", "short-procedure-new", ME)
FORM = PageCase("verkort-vastleggen", "short-procedure-for-resident", ME, "waiting")
LIFT = PageCase("verkort-toch-bespreken", "talk-lift-mark", ME, "mark")
PAGES: tuple[PageCase, ...] = (
    NEW,
    wrong(NEW),
    FORM,
    wrong(FORM),
    LIFT,
    wrong(LIFT),
    PageCase("verkort-melding", "notification-detail", ME, "procedure"),
    PageCase("verkort-gelezen", "short-procedure-detail", ME, "procedure", prints=True),
    PageCase("verkort-lang", "short-procedure-detail", ME, "procedure-long"),
    PageCase("verkort-tafel", "talk-cards", ME, "talk-marked"),
    PageCase("verkort-tafel-open", "talk-cards", ME, "talk-marked", then=unfold),
    PageCase("verkort-lijst", "notification-list", ME, query="?soort=verkort"),
    PageCase("verkort-pilot", "short-procedure-pilot", "team_manager", prints=True),
    PageCase("verkort-pilot-stad", "short-procedure-pilot", "general_manager"),
)
NO_PAGE: dict[str, str] = {
    "short-procedure-panel": "a part of the page of the melding",
}
