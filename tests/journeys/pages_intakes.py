"""The pages of the melding, and what is done on them before they are looked at."""

from tests.journeys.page_case import PageCase, wrong

ME = "handler"
NEW = PageCase("melding-voor-wie", "notification-new", ME)
REPORT = PageCase("melding-vastleggen", "notification-from-callback", ME, "claimed")
KNOWN = PageCase("melding-bekende", "notification-for-resident", "team_worker", "waiting")
ASSIGN = PageCase("melding-geven", "notification-assign", ME, "melding-mijn")
WITHDRAW = PageCase("melding-intrekken", "notification-withdraw", ME, "melding-mijn")
DROP = PageCase("melding-geen-vervolg", "notification-drop", ME, "melding-mijn")
LETTER = PageCase("melding-bevestigen", "notification-letter", ME, "melding-mijn")
FORMS = (LETTER, NEW, REPORT, KNOWN, ASSIGN, WITHDRAW, DROP)
PAGES: tuple[PageCase, ...] = (
    *FORMS,
    *(wrong(case) for case in FORMS),
    PageCase("wmo-meldingen", "notification-list", ME, prints=True),
    PageCase("wmo-meldingen-gefilterd", "notification-list", ME, query="?kanaal=letter"),
    PageCase("wmo-meldingen-leeg", "notification-list", "idle"),
    PageCase("wmo-meldingen-afgerond", "notification-list", ME, query="?selectie=afgerond"),
    PageCase("melding", "notification-detail", ME, "melding-mijn", prints=True),
    PageCase("melding-nieuw", "notification-detail", "team_worker", "melding-nieuw"),
    PageCase("melding-spoed", "notification-detail", ME, "melding-spoed"),
    PageCase("melding-te-laat", "notification-detail", "team_manager", "melding-laat"),
    PageCase("melding-ingetrokken", "notification-detail", ME, "melding-ingetrokken"),
    PageCase("melding-lang", "notification-detail", ME, "melding-lang"),
    PageCase("melding-rtl", "notification-detail", ME, "melding-rtl"),
    PageCase("bevestiging", "notification-letter", ME, "melding-bevestigd", prints=True),
    PageCase("bevestiging-zonder-pdf", "notification-letter", ME, "melding-zonder-pdf"),
    PageCase("bevestiging-geheim", "notification-letter", ME, "melding-geheim"),
    PageCase("bevestiging-lang", "notification-letter", ME, "melding-lang"),
    PageCase("melding-bevestigd", "notification-detail", ME, "melding-bevestigd"),
    PageCase("mijn-werk-meldingen", "home", ME),
)
NO_PAGE: dict[str, str] = {
    "notification-letter-pdf": "a PDF, looked at in its room",
    "notification-claim": "an act: back to the melding",
    "notification-release": "an act: back to the melding",
    "notification-start": "an act: back to the melding",
    "notification-complete": "an act: back to the melding",
}
