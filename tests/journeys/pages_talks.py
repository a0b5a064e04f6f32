"""The pages of a talk and its report, and what is done on them before they are looked at."""

from playwright.sync_api import Page, expect

from cases.talks.services import conclude_talk
from tests.journeys.city import City
from tests.journeys.city_talks import ME, WMO, write
from tests.journeys.page_case import PageCase, wrong
from tests.journeys.stage import Screen

MINE = "Mijn tekst, van een andere tablet."


def unfold(screen: Screen, city: City) -> None:
    """Open every card and fold."""
    screen.page.eval_on_selector_all(
        "main details", "all => all.forEach((each) => each.open = true)"
    )


def clash(screen: Screen, city: City) -> None:
    """Another window saves the card first; both texts are shown, ours in the form."""
    page = screen.page
    page.locator("#geld > summary").click()
    write(city, "talk-clash", "geld", state="discussed", words="De tekst van mijn collega.")
    page.locator("#geld-words").fill(MINE)
    expect(page.locator("#saved-geld")).to_contain_text("In een ander venster gewijzigd")
    page.locator("#saved-geld button").click()
    expect(page.get_by_role("heading", name="Geld en administratie: twee teksten")).to_be_visible()
    expect(page.locator("#geld-words")).to_have_value(MINE)


def save_too_late(screen: Screen, city: City) -> None:
    """The talk was concluded in another window while one typed: the text is shown to copy."""
    page = screen.page
    page.locator("#geld > summary").click()
    conclude_talk(talk_id=city.things["talk-offline"], by=city.people[ME])
    page.locator("#geld-words").fill(MINE)
    expect(page.locator("#saved-geld")).to_contain_text("Niet bewaard")
    page.get_by_role("button", name="Geld en administratie bewaren").click()
    expect(page.get_by_role("heading", name="Dit is niet bewaard")).to_be_visible()


def forget_the_reason(screen: Screen, city: City) -> None:
    """Switch a leefgebied on without saying why."""
    page = screen.page
    page.locator("summary", has_text="Alcohol, drugs").click()
    page.get_by_role("button", name="Alcohol, drugs en andere middelen aanzetten").click()
    page.wait_for_load_state()


def forget_the_agreement(screen: Screen, city: City) -> None:
    """Add an agreement without writing anything."""
    screen.page.get_by_role("button", name="Afspraak toevoegen").click()
    screen.page.wait_for_load_state()


def draw_in(page: Page) -> None:
    """Draw three lines in the field for a signature."""
    pad = page.locator("[data-pad] svg")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    assert box is not None
    for begin, end, height in ((0.1, 0.3, 0.8), (0.4, 0.6, 0.2), (0.5, 0.9, 0.5)):
        page.mouse.move(box["x"] + begin * box["width"], box["y"] + 0.5 * box["height"])
        page.mouse.down()
        page.mouse.move(box["x"] + end * box["width"], box["y"] + height * box["height"], steps=8)
        page.mouse.up()
    expect(page.locator("[data-pad-lines] path")).to_have_count(3)


def draw(screen: Screen, city: City) -> None:
    """Sign on the screen, forget whose name it is, and find the signature still there."""
    page = screen.page
    page.get_by_label("Op het scherm ondertekend").check()
    page.get_by_label("Naam van wie tekent").fill("")
    draw_in(page)
    page.get_by_role("button", name="Opnieuw tekenen").click()
    expect(page.locator("[data-pad-lines] path")).to_have_count(0)
    draw_in(page)
    page.get_by_role("button", name="Reactie vastleggen").click()
    expect(page.locator(".wt-error-summary")).to_be_visible()
    expect(page.locator("[data-pad-lines] path")).to_have_count(3)


PLAN = PageCase("tafel-plannen", "talk-plan", ME, "melding-without-talk")
CHANGE = PageCase("tafel-wijzigen", "talk-change", ME, "talk-planned")
CANCEL = PageCase("tafel-afzeggen", "talk-cancel", ME, "talk-planned")
REACT = PageCase("onderzoeksverslag-reactie", "report-reaction", ME, "sent-version")
SIGN = PageCase("onderzoeksverslag-ondertekenen", "report-signature", ME, "reacted-version")
PAGES: tuple[PageCase, ...] = (
    PageCase("tafelken", "talk-list", ME),
    PageCase("tafelken-over", "talk-list", ME, query="?selectie=afgerond"),
    PageCase("tafelken-leeg", "talk-list", "long"),
    PLAN,
    wrong(PLAN),
    PageCase("tafel", "talk-detail", ME, "talk-planned"),
    PageCase("tafel-lang", "talk-detail", ME, "talk-long"),
    PageCase("tafel-afgezegd", "talk-detail", ME, "talk-cancelled"),
    PageCase("tafel-wmo", "talk-detail", WMO, "talk-agreed"),
    CHANGE,
    CANCEL,
    wrong(CANCEL),
    PageCase("tafel-leefgebieden", "talk-cards", ME, "talk-held"),
    PageCase("tafel-leefgebieden-open", "talk-cards", ME, "talk-held", then=unfold),
    PageCase("tafel-leefgebieden-lang", "talk-cards", ME, "talk-long", then=unfold),
    PageCase("tafel-leefgebieden-afgerond", "talk-cards", ME, "talk-sent", prints=True),
    PageCase(
        "tafel-leefgebieden-zonder-reden",
        "talk-cards",
        ME,
        "talk-faults",
        then=forget_the_reason,
        shows="Fout: ",
    ),
    PageCase(
        "tafel-leefgebieden-afspraak-fout",
        "talk-cards",
        ME,
        "talk-faults",
        then=forget_the_agreement,
        shows="Fout: ",
    ),
    PageCase("tafel-leefgebieden-botsing", "talk-cards", ME, "talk-clash", then=clash),
    PageCase("tafel-leefgebieden-te-laat", "talk-cards", ME, "talk-offline", then=save_too_late),
    PageCase("tafel-zrm", "talk-scores", ME, "talk-again", prints=True),
    PageCase("tafel-zrm-leeg", "talk-scores", ME, "talk-offline"),
    PageCase("tafel-afronden", "talk-conclude", ME, "talk-held"),
    PageCase("tafel-afronden-kan-niet", "talk-conclude", ME, "talk-faults"),
    PageCase("onderzoeksverslag", "report-detail", ME, "talk-concluded"),
    PageCase("onderzoeksverslag-verstuurd", "report-detail", ME, "talk-agreed"),
    PageCase("onderzoeksverslag-wmo", "report-detail", WMO, "talk-agreed"),
    PageCase("onderzoeksverslag-versie", "report-version", ME, "agreed-version", prints=True),
    PageCase("onderzoeksverslag-getekend", "report-version", ME, "signed-version", prints=True),
    REACT,
    wrong(REACT),
    PageCase("onderzoeksverslag-tekenen", "report-reaction", ME, "sent-version", then=draw),
    SIGN,
    wrong(SIGN),
)
NO_PAGE: dict[str, str] = {
    "talk-panel": "a fragment of the page of a melding",
    "talk-calendar": "a calendar file",
    "talk-hold": "an act: on to the cards",
    "talk-card": "an act: back to the cards, or the two texts, looked at there",
    "talk-save": "a fragment of the cards",
    "talk-switch-on": "an act: back to the cards, which show its errors",
    "talk-agree": "an act: back to the cards, which show its errors",
    "talk-agreement-drop": "an act: back to the cards",
    "report-save": "a fragment of the report",
    "report-pdf": "a PDF file",
    "report-send": "an act: back to the report",
}
