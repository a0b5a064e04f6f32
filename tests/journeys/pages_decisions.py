"""The pages of aanvragen and decisions, and what is done on them before they are looked at."""

from cases.decisions import services
from cases.decisions.models import Decision
from cases.decisions.services import Draft
from tests.journeys.city import City
from tests.journeys.city_decisions import COLLEAGUE, ME
from tests.journeys.page_case import PageCase, wrong
from tests.journeys.stage import Screen

MANAGER = "team_manager"


def clash(screen: Screen, city: City) -> None:
    """A colleague saves first; both texts are on the page."""
    number = city.things["application-faults"]
    found = Decision.objects.filter(application_id=number).first()
    words = f"Wij kijken nog. {found.version if found else 0}"
    draft = Draft("granted", "", "", None, None, words)
    version = found.version if found else 0
    services.save_draft(application_id=number, draft=draft, version=version, by=city.people[ME])
    screen.page.get_by_label("Toegekend", exact=True).check()
    screen.page.get_by_label("Waarom besluit u dit?").fill("U redt het niet alleen.")
    screen.page.get_by_role("button", name="Concept bewaren").click()
    screen.page.wait_for_load_state()


NEW = PageCase("aanvraag-vastleggen", "application-new", ME, "application-melding")
PASS = PageCase("aanvraag-doorgeven", "application-pass", ME, "application-new")
PAUSE = PageCase("aanvraag-opschorten", "application-pause", ME, "application-new")
RESUME = PageCase("aanvraag-binnen", "application-resume", ME, "application-pause")
DELAY = PageCase("aanvraag-vertraging", "application-delay", ME, "application-new")
PAUSE_LETTER = PageCase("brief-opschorting", "pause-letter", ME, "application-pause")
DELAY_LETTER = PageCase("brief-vertraging", "delay-letter", ME, "application-delayed")
DEFAULT = PageCase("aanvraag-in-gebreke", "application-default", ME, "application-late")
WITHDRAW = PageCase("aanvraag-intrekken", "application-withdraw", ME, "application-new")
EDIT = PageCase("besluit-schrijven", "decision-edit", ME, "application-new")
PRODUCT = PageCase("besluit-voorziening", "provision-new", ME, "application-ready")
OFFER = PageCase("besluit-voorleggen", "decision-offer", ME, "application-ready")
RETURN = PageCase("besluit-terug", "decision-return", COLLEAGUE, "application-offered")
LETTER = PageCase("besluit-brief", "decision-letter", ME, "application-decided")
OBJECT = PageCase("bezwaar", "objection-new", ME, "application-sent")
POSTPONE = PageCase("bezwaar-verdagen", "objection-postpone", ME, "objection")
JUDGE = PageCase("bezwaar-beslissen", "objection-decide", ME, "objection")
REVIEW = PageCase("besluit-opnieuw-kijken", "decision-review", ME, "application-sent")
REVISE = PageCase("besluit-wijzigen", "decision-revise", ME, "application-replacing")
DELIVERY = PageCase("levering", "provision-delivery", ME, "provision")
FORMS = (
    NEW, PASS, PAUSE, RESUME, DELAY, PAUSE_LETTER, DELAY_LETTER, DEFAULT, WITHDRAW, EDIT, PRODUCT,
    OFFER, RETURN, LETTER, OBJECT, POSTPONE, JUDGE, REVIEW, REVISE, DELIVERY,
)  # fmt: skip
PAGES: tuple[PageCase, ...] = (
    PageCase("aanvragen", "application-list", ME),
    PageCase("aanvragen-team", "application-list", MANAGER, query="?selectie=team"),
    PageCase("aanvragen-verstuurd", "application-list", ME, query="?selectie=verstuurd"),
    PageCase("aanvragen-bezwaar", "application-list", ME, query="?selectie=bezwaar"),
    PageCase("aanvragen-beoordelen", "application-list", COLLEAGUE, query="?selectie=beoordelen"),
    PageCase("aanvragen-stadhuis-leeg", "application-list", "city_hall_team"),
    PageCase("aanvraag-nieuw", "application-detail", ME, "application-new"),
    PageCase("aanvraag-klaar-om-te-besluiten", "application-detail", ME, "application-ready"),
    PageCase("aanvraag-buiten-mandaat", "application-detail", ME, "application-lacking"),
    PageCase("aanvraag-stil", "application-detail", ME, "application-paused"),
    PageCase("aanvraag-te-laat", "application-detail", ME, "application-late"),
    PageCase("aanvraag-lang", "application-detail", ME, "application-long"),
    PageCase("aanvraag-ter-beoordeling", "application-detail", COLLEAGUE, "application-offered"),
    PageCase("aanvraag-verstuurd", "application-detail", ME, "application-sent"),
    PageCase("wijziging-schrijven", "decision-edit", ME, "application-revision"),
    PageCase("aanvraag-wijziging", "application-detail", ME, "application-revision"),
    PageCase("aanvraag-ingetrokken-besluit", "application-detail", ME, "application-changing"),
    PageCase("besluit-brief-intrekking", "decision-letter", ME, "application-replacing"),
    PageCase("aanvraag-manager", "application-detail", MANAGER, "application-new"),
    PageCase("aanvraag-verslag", "application-report", ME, "application-new", prints=True),
    PageCase("besluit-brief-verstuurd", "decision-letter", ME, "application-sent", prints=True),
    PageCase(
        "brief-opschorting-verstuurd", "pause-letter", ME, "application-pause-told", prints=True
    ),
    PageCase(
        "besluit-botsing", "decision-edit", ME, "application-faults", then=clash, shows="Fout: "
    ),
    *FORMS,
    *(wrong(each) for each in FORMS),
)
NO_PAGE: dict[str, str] = {
    "application-panel": "a fragment of the page of a melding",
    "application-claim": "an act: back to the aanvraag",
    "provision-remove": "an act: back to the aanvraag",
    "decision-letter-pdf": "a PDF, looked at in its room",
    "term-letter-pdf": "a PDF, looked at in its room",
    "provision-export": "a file",
    "decision-take": "an act: to the letter",
    "decision-agree": "an act: back to the aanvraag",
    "decision-reopen": "an act: back to the aanvraag",
}
