"""The pages of hand-overs."""

from tests.journeys.page_case import PageCase, wrong

ME, SST, MANAGER = "handler", "city_social_team", "team_manager"
NEW = PageCase("overdracht-nieuw", "handover-new", ME, "handover-file")
NOTE = PageCase("overdracht-aanvulling", "handover-note", ME, "handover-former")
WITHDRAW = PageCase("overdracht-intrekken", "handover-withdraw", ME, "handover-mine")
EXPLAIN = PageCase("overdracht-toelichten", "handover-explain", ME, "handover-asked")
UNAGREED = PageCase("overdracht-akkoord", "handover-unagreed", ME, "handover-mine")
ASK = PageCase("overdracht-vragen", "handover-ask", SST, "handover-offered")
EARLY = PageCase("overdracht-openen", "handover-early", SST, "handover-offered")
REFUSE = PageCase("overdracht-weigeren", "handover-refuse", SST, "handover-offered")
ACCEPT = PageCase("overdracht-aanvaarden", "handover-accept", SST, "handover-offered")
PAGES: tuple[PageCase, ...] = (
    PageCase("overdrachten-aangeboden", "handover-list", SST),
    PageCase("overdrachten-mijn", "handover-list", ME, query="?selectie=mijn"),
    PageCase("overdrachten-leeg", "handover-list", ME),
    PageCase("overdrachten-manager", "handover-list", MANAGER),
    PageCase("overdracht-concept", "handover-detail", ME, "handover-draft"),
    PageCase("overdracht-verder", "handover-edit", ME, "handover-draft"),
    PageCase("overdracht-aangeboden", "handover-detail", SST, "handover-offered", prints=True),
    PageCase("overdracht-gevraagd", "handover-detail", ME, "handover-asked"),
    PageCase("overdracht-aanvaard", "handover-detail", SST, "handover-accepted"),
    PageCase("overdracht-geweigerd", "handover-detail", ME, "handover-refused"),
    PageCase("overdracht-lang", "handover-detail", SST, "handover-long"),
    PageCase("overdracht-zonder-akkoord", "handover-detail", ME, "handover-dropped"),
    PageCase("overdracht-van-manager", "handover-detail", MANAGER, "handover-offered"),
    NEW,
    wrong(NEW),
    NOTE,
    wrong(NOTE),
    WITHDRAW,
    EXPLAIN,
    wrong(EXPLAIN),
    UNAGREED,
    wrong(UNAGREED),
    ASK,
    wrong(ASK),
    EARLY,
    wrong(EARLY),
    REFUSE,
    wrong(REFUSE),
    ACCEPT,
    wrong(ACCEPT),
)
NO_PAGE: dict[str, str] = {
    "handover-panel": "a fragment of the page of a dossier",
    "handover-seen": "an act: on to the dossier",
}
