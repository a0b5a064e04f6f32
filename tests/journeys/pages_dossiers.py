"""The pages of dossiers, and what is done on them before they are looked at."""

from cases.dossiers.models import ResidentFile
from cases.dossiers.services import write_safety
from tests.journeys.city import City
from tests.journeys.city_dossiers import COLLEAGUE, ME
from tests.journeys.page_case import PageCase, wrong
from tests.journeys.stage import Screen

MANAGER = "team_manager"


def clash(screen: Screen, city: City) -> None:
    """A colleague writes on top first; both texts are on the page."""
    file = ResidentFile.objects.get(pk=city.things["file-faults"])
    words = "De bel is kapot." if file.safety != "De bel is kapot." else "Klop op het raam."
    write_safety(file_id=file.pk, words=words, version=file.version, by=city.people[ME])
    screen.page.locator("main textarea").fill("Neem de achterdeur.")
    screen.page.get_by_role("button", name="Bewaren").click()
    screen.page.wait_for_load_state()


def find(screen: Screen, city: City) -> None:
    """Look for a word that occurs."""
    screen.page.get_by_label("Zoek in dit dossier").fill("samen de")
    screen.page.get_by_role("button", name="Zoeken").click()
    screen.page.wait_for_load_state()


def empty_note(screen: Screen, city: City) -> None:
    """Send a note without words."""
    screen.page.get_by_role("button", name="Notitie toevoegen").click()
    screen.page.wait_for_load_state()


def insert(screen: Screen, city: City) -> None:
    """Ask for a template and put it in."""
    screen.page.get_by_label("Notitie", exact=True).fill("Getypt.")
    screen.page.get_by_role("button", name="Sjabloon invoegen").click()
    screen.page.get_by_label("Sjabloon").select_option(label="Huisbezoek")
    screen.page.get_by_role("button", name="Sjabloon invoegen").click()
    screen.page.wait_for_load_state()


OPEN = PageCase("dossier-openen", "file-open", ME, "file-resident")
QUESTION = PageCase("dossier-hulpvraag", "file-question-new", ME, "file-busy")
END = PageCase("dossier-hulpvraag-afsluiten", "file-question-close", ME, "file-question")
DIRECT = PageCase("dossier-regie", "file-direction", ME, "file-busy")
JOIN = PageCase("dossier-collega", "file-colleague-new", ME, "file-busy")
CLOSE = PageCase("dossier-afsluiten", "file-close", ME, "file-busy")
SAFETY = PageCase("dossier-let-op", "file-safety", ME, "file-faults")
CHARACTER = PageCase("dossier-complexiteit", "file-character", ME, "file-busy")
RELATE = PageCase("dossier-koppelen", "file-relate", ME, "file-full")
UNRELATE = PageCase("dossier-loskoppelen", "file-unrelate", ME, "file-relation")
PAGES: tuple[PageCase, ...] = (
    PageCase("dossiers", "file-list", ME),
    PageCase("dossiers-team", "file-list", ME, query="?selectie=team"),
    PageCase("dossiers-afgesloten", "file-list", ME, query="?selectie=afgesloten"),
    PageCase("dossiers-leeg", "file-list", "city_hall_team"),
    PageCase("dossier-nieuw", "file-detail", ME, "file-new"),
    PageCase("dossier-vol", "file-detail", ME, "file-full", prints=True),
    PageCase("dossier-lang", "file-detail", ME, "file-long"),
    PageCase("dossier-afgesloten", "file-detail", ME, "file-closed"),
    PageCase("dossier-collega-leest", "file-detail", COLLEAGUE, "file-full"),
    PageCase("dossier-van-mijn-team", "file-detail", COLLEAGUE, "file-new"),
    PageCase("dossier-manager", "file-detail", MANAGER, "file-full"),
    PageCase("dossier-alleen-notities", "file-detail", ME, "file-full", query="?soort=notities"),
    PageCase(
        "dossier-notitie-fouten", "file-detail", ME, "file-new", then=empty_note, shows="Fout: "
    ),
    PageCase("dossier-sjabloon", "file-detail", ME, "file-new", then=insert, shows="Dossier van"),
    PageCase(
        "dossier-gekozen", "file-detail", ME, "file-full", query="?soort=vragen&van=2020-01-01"
    ),
    PageCase("dossier-zoeken", "file-search", ME, "file-full"),
    PageCase("dossier-gevonden", "file-search", ME, "file-full", then=find, shows="Zoeken"),
    PageCase("dossiers-over-te-dragen", "file-list", MANAGER, query="?selectie=over-te-dragen"),
    RELATE,
    wrong(RELATE),
    UNRELATE,
    wrong(UNRELATE),
    OPEN,
    wrong(OPEN),
    QUESTION,
    wrong(QUESTION),
    END,
    wrong(END),
    DIRECT,
    wrong(DIRECT),
    JOIN,
    wrong(JOIN),
    CLOSE,
    wrong(CLOSE),
    CHARACTER,
    wrong(CHARACTER),
    SAFETY,
    PageCase(
        "dossier-let-op-botsing", "file-safety", ME, "file-faults", then=clash, shows="Fout: "
    ),
)
NO_PAGE: dict[str, str] = {
    "file-panel": "a fragment of the card of a resident and of a melding",
    "file-relations": "a fragment of the page of a dossier",
    "file-note": "an act: back to the dossier, which shows its errors",
    "file-colleague-end": "an act: back to the dossier",
}
