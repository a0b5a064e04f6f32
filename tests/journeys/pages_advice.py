"""The pages of adviesvragen."""

from tests.journeys.page_case import PageCase, wrong

ME, GGZ = "handler", "ggz"
ASK = PageCase("advies-vragen", "advice-ask", ME, "advice-file")
ANSWER = PageCase("advies-geven", "advice-answer", GGZ, "advice-asked")
NOTE = PageCase("advies-noteren", "advice-answer", ME, "advice-outside")
WITHDRAW = PageCase("advies-intrekken", "advice-withdraw", ME, "advice-asked")
PAGES: tuple[PageCase, ...] = (
    PageCase("adviezen", "advice-list", GGZ),
    PageCase("adviezen-beantwoord", "advice-list", GGZ, query="?selectie=beantwoord"),
    PageCase("adviezen-dossiers", "advice-list", ME, query="?selectie=dossiers"),
    PageCase("adviezen-leeg", "advice-list", "city_social_team"),
    PageCase("adviezen-cijfers", "advice-figures", "team_manager", prints=True),
    PageCase("adviezen-cijfers-leeg", "advice-figures", "general_manager", query="?jaar=2024"),
    PageCase("advies-gevraagd", "advice-detail", GGZ, "advice-asked"),
    PageCase("advies-anoniem", "advice-detail", GGZ, "advice-anonymous"),
    PageCase("advies-beantwoord", "advice-detail", ME, "advice-answered", prints=True),
    PageCase("advies-ingetrokken", "advice-detail", ME, "advice-withdrawn"),
    PageCase("advies-buiten", "advice-detail", ME, "advice-outside"),
    PageCase("advies-lang", "advice-detail", ME, "advice-long"),
    PageCase("advies-mijn-werk", "home", GGZ),
    ASK,
    wrong(ASK),
    ANSWER,
    wrong(ANSWER),
    NOTE,
    WITHDRAW,
    wrong(WITHDRAW),
)
NO_PAGE: dict[str, str] = {
    "advice-panel": "a fragment of the page of a dossier",
    "advice-read": "an act: back to the question",
}
