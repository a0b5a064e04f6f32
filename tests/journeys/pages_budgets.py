"""The pages of the maatwerkbudget."""

from tests.journeys.page_case import PageCase, wrong

ME, MANAGER, GENERAL, CONTROLLER = "handler", "team_manager", "general_manager", "controller"
NEW = PageCase("maatwerk-aanvragen", "budget-new", ME, "budget-file")
DECIDE = PageCase("maatwerk-besluit", "budget-decide", MANAGER, "budget-waiting")
PAY = PageCase("maatwerk-betalen", "budget-pay", CONTROLLER, "budget-approved")
REPAY = PageCase("maatwerk-terugbetaling", "budget-repay", CONTROLLER, "budget-open")
DENY = PageCase("maatwerk-geweigerd", "budget-deny", ME, "budget-open")
SETTLE = PageCase("maatwerk-regelen", "budget-settle", MANAGER, "budget-denied")
WRITE_OFF = PageCase("maatwerk-afboeken", "budget-write-off", MANAGER, "budget-late")
SIGN = PageCase("maatwerk-tekenen", "budget-sign", GENERAL, "budget-proposed")
CLOSE = PageCase("jaar-afsluiten", "year-closing", GENERAL, "year-ready")
MOVE = PageCase("pot-overhevelen", "pot-move", GENERAL)
PAGES: tuple[PageCase, ...] = (
    PageCase("maatwerkbudget", "budget-overview", CONTROLLER, prints=True),
    PageCase("maatwerkbudget-wijkwerker", "budget-overview", ME),
    PageCase("maatwerkbudget-algemeen", "budget-overview", GENERAL),
    PageCase("voorschotten-open", "budget-advances", CONTROLLER, prints=True),
    PageCase("voorschotten-leeg", "budget-advances", "idle"),
    PageCase("maatwerk-cijfers", "budget-spending", CONTROLLER, prints=True),
    PageCase("maatwerk-cijfers-manager", "budget-spending", MANAGER),
    PageCase("maatwerk-cijfers-leeg", "budget-spending", "idle"),
    PageCase("maatwerk-mijn-werk", "home", CONTROLLER),
    PageCase("maatwerk-mijn-werk-algemeen", "home", GENERAL),
    PageCase("maatwerk-lijst", "budget-list", ME, prints=True),
    PageCase("maatwerk-lijst-open", "budget-list", MANAGER, query="?selectie=open"),
    PageCase("maatwerk-lijst-leeg", "budget-list", "idle"),
    PageCase("maatwerk-te-beslissen", "budget-request", MANAGER, "budget-urgent"),
    PageCase("maatwerk-klein", "budget-request", ME, "budget-small", prints=True),
    PageCase("maatwerk-lang", "budget-request", ME, "budget-long"),
    PageCase("maatwerk-te-laat", "budget-request", ME, "budget-late"),
    PageCase("maatwerk-afgewezen", "budget-request", ME, "budget-refused"),
    PageCase("maatwerk-controller", "budget-request", CONTROLLER, "budget-open"),
    PageCase("maatwerk-waakvlam", "budget-request", ME, "budget-waakvlam"),
    PageCase("maatwerk-te-laat-besloten", "budget-request", GENERAL, "budget-escalated"),
    PageCase("maatwerk-besluit-huishouden", "budget-decide", MANAGER, "budget-household"),
    PageCase("maatwerk-waakvlam-aanvragen", "budget-new-waakvlam", ME, "waakvlam-calm"),
    PageCase("maatwerk-team", "budget-new-team", ME),
    PageCase("pot-openen", "pot-new", GENERAL),
    PageCase("pot-boekingen", "pot-entries", CONTROLLER, "budget-pot"),
    PageCase("jaren", "budget-years", CONTROLLER),
    CLOSE,
    wrong(CLOSE),
    PageCase("jaar-afsluiten-controller", "year-closing", CONTROLLER, "year-ready"),
    PageCase("jaar-loopt-nog", "year-closing", GENERAL, "year-running"),
    PageCase("jaar-wordt-afgesloten", "year-closing", GENERAL, "year-busy"),
    PageCase("jaar-niet-gelukt", "year-closing", GENERAL, "year-failed"),
    PageCase("jaar-afgesloten", "year-closing", GENERAL, "year-done"),
    PageCase("jaarrekening", "year-statement", CONTROLLER, "year-closed", prints=True),
    PageCase("jaarrekening-tussenstand", "year-statement", GENERAL, "year-now"),
    NEW,
    wrong(NEW),
    DECIDE,
    wrong(DECIDE),
    PAY,
    REPAY,
    wrong(REPAY),
    DENY,
    wrong(DENY),
    SETTLE,
    wrong(SETTLE),
    WRITE_OFF,
    wrong(WRITE_OFF),
    SIGN,
    wrong(SIGN),
    MOVE,
    wrong(MOVE),
)
NO_PAGE: dict[str, str] = {
    "dashboard-budgets": "a fragment of the dashboard",
    "budget-waakvlam-panel": "a fragment of the page of a waakvlam",
    "budget-panel": "a fragment of the page of a dossier",
    "budget-withdraw": "an act without a page",
    "budget-bounce": "an act without a page",
    "ledger-export": "a file",
    "ledger-export-xlsx": "a file",
    "budget-figures-file": "a file",
    "year-statement-pdf": "a file",
}
