"""The pages of the melding, and what is done on them before they are looked at."""

from tests.factories.intakes import ANSWERS
from tests.journeys.city import City
from tests.journeys.page_case import PageCase, wrong
from tests.journeys.stage import Screen

ME = "handler"
KEEPER = "application_manager"


def ask(screen: Screen, city: City) -> None:
    """Answer every question and read the advice."""
    for name, value in ANSWERS.items():
        screen.page.locator(f"input[name={name}][value={value}]").check()
    screen.page.get_by_role("button", name="Advies vragen").click()
    screen.page.wait_for_load_state()


def choose_otherwise(screen: Screen, city: City) -> None:
    """Read the advice, choose something else and say nothing."""
    ask(screen, city)
    screen.page.get_by_label("Waarheen?").select_option("sst")
    screen.page.get_by_role("button", name="Triage vastleggen").click()
    screen.page.wait_for_load_state()


def name_somebody_known(screen: Screen, city: City) -> None:
    """Fill in the number of somebody who has a card already."""
    page = screen.page
    page.get_by_label("Naam", exact=True).fill("Anja de Wit")
    page.get_by_label("Telefoonnummer").fill(TWIN_NUMBER)
    page.get_by_label("Hoe kwam de melding binnen?").select_option(label="Inloopspreekuur")
    page.get_by_label("De inwoner zelf").check()
    page.get_by_label("Vraag in eigen woorden").fill("Ik zoek hulp in huis.")
    page.get_by_role("button", name="Melding vastleggen").click()
    page.wait_for_load_state()


NEW = PageCase("melding-voor-wie", "notification-new", ME)
REPORT = PageCase("melding-vastleggen", "notification-from-callback", ME, "claimed")
KNOWN = PageCase("melding-bekende", "notification-for-resident", "team_worker", "waiting")
CARD = PageCase("melding-van-kaart", "notification-for-known", ME, "resident-claimed")
NEWCOMER = PageCase("melding-nieuwe-inwoner", "notification-for-newcomer", ME)
ASSIGN = PageCase("melding-geven", "notification-assign", ME, "melding-mijn")
WITHDRAW = PageCase("melding-intrekken", "notification-withdraw", ME, "melding-mijn")
DROP = PageCase("melding-geen-vervolg", "notification-drop", ME, "melding-mijn")
TWIN_NUMBER = "06 12340001"
LETTER = PageCase("melding-bevestigen", "notification-letter", ME, "melding-mijn")
TRIAGE = PageCase("triage", "notification-triage", ME, "melding-mijn")
ADVICE = PageCase("informatie-en-advies", "advice", "team_worker", prints=True)
FORMS = (TRIAGE, ADVICE, LETTER, NEW, REPORT, KNOWN, CARD, NEWCOMER, ASSIGN, WITHDRAW, DROP)
SUPPORT = PageCase("ondersteuning", "notification-support", ME, "melding-mijn")
REQUEST = PageCase("ondersteuning-verzoek", "notification-support-request", ME, "melding-steun")

PAGES: tuple[PageCase, ...] = (
    SUPPORT,
    wrong(SUPPORT),
    REQUEST,
    wrong(REQUEST),
    PageCase("melding-steun", "notification-detail", ME, "melding-steun"),
    *FORMS,
    *(wrong(case) for case in FORMS),
    PageCase("wmo-meldingen", "notification-list", ME, prints=True),
    PageCase("wmo-meldingen-gefilterd", "notification-list", ME, query="?kanaal=letter"),
    PageCase("wmo-meldingen-leeg", "notification-list", "idle"),
    PageCase("wmo-meldingen-afgerond", "notification-list", ME, query="?selectie=afgerond"),
    PageCase("melding", "notification-detail", ME, "melding-mijn", prints=True),
    PageCase("melding-nieuw", "notification-detail", "team_worker", "melding-nieuw"),
    PageCase("melding-te-laat", "notification-detail", "team_manager", "melding-laat"),
    PageCase("melding-ingetrokken", "notification-detail", ME, "melding-ingetrokken"),
    PageCase("melding-lang", "notification-detail", ME, "melding-lang"),
    PageCase("melding-rtl", "notification-detail", ME, "melding-rtl"),
    PageCase("bevestiging", "notification-letter", ME, "melding-bevestigd", prints=True),
    PageCase("bevestiging-wacht", "notification-letter", ME, "melding-brief-wacht"),
    PageCase("bevestiging-zonder-pdf", "notification-letter", ME, "melding-zonder-pdf"),
    PageCase("bevestiging-geheim", "notification-letter", ME, "melding-geheim"),
    PageCase("bevestiging-lang", "notification-letter", ME, "melding-lang"),
    PageCase("melding-bevestigd", "notification-detail", ME, "melding-bevestigd"),
    PageCase("triage-advies", "notification-triage", ME, "melding-mijn", then=ask),
    PageCase(
        "triage-anders",
        "notification-triage",
        ME,
        "melding-mijn",
        then=choose_otherwise,
        shows="Fout: ",
    ),
    PageCase(
        "melding-nieuwe-inwoner-dubbel",
        "notification-for-newcomer",
        ME,
        then=name_somebody_known,
        shows="Fout: ",
    ),
    PageCase("melding-met-triage", "notification-detail", ME, "melding-spoed"),
    PageCase("triageregels", "triage-rules", KEEPER, prints=True),
    PageCase("triageregels-wijzigen", "triage-rules-change", KEEPER),
    PageCase("triageregels-proef", "triage-rules-trial", KEEPER),
    PageCase("mijn-werk-meldingen", "home", ME),
)
NO_PAGE: dict[str, str] = {
    "notification-panel": "a fragment of the card of a resident",
    "notification-support-pdf": "a PDF",
    "notification-letter-pdf": "a PDF, looked at in its room",
    "triage-rules-publish": "an act: on to the rules",
    "notification-claim": "an act: back to the melding",
    "notification-release": "an act: back to the melding",
    "notification-start": "an act: back to the melding",
    "notification-complete": "an act: back to the melding",
}
