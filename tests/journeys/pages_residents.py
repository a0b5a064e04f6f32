"""The pages of residents, and what is done on them before they are looked at."""

from playwright.sync_api import expect

from cases.models import Resident
from tests.journeys.city import City
from tests.journeys.city_residents import BSN
from tests.journeys.page_case import Arrange, PageCase, send, wrong
from tests.journeys.stage import Screen

HANDLER, WORKER = "handler", "team_worker"
CARD, FULL, HIDDEN, BARE = (
    "resident-detail",
    "resident-claimed",
    "resident-stuck",
    "resident-paused",
)

AROUND = {
    "huishouden": "huishouden",
    "vertegenwoordiger": "wie vertegenwoordigt",
    "netwerk": "netwerk en mantelzorg",
}


def open_bsn(screen: Screen, city: City) -> None:
    """Give a reason and read the number."""
    _open(screen, "BSN tonen")
    expect(screen.page.get_by_text(BSN)).to_be_visible()


def open_address(screen: Screen, city: City) -> None:
    """Give a reason and read the address."""
    _open(screen, "Geheim adres tonen", "Adres tonen")
    expect(screen.page.get_by_text("1398 QX 48317QXBIS")).to_be_visible()


def open_without_reason(screen: Screen, city: City) -> None:
    """Ask for the number and say nothing."""
    screen.page.locator("summary", has_text="BSN tonen").click()
    screen.page.get_by_role("button", name="BSN tonen").click()
    screen.page.wait_for_load_state()


def save_second(screen: Screen, city: City) -> None:
    """A colleague saves while the form is open."""
    screen.page.get_by_label("Taal").fill("Turks")
    rows = Resident.objects.filter(pk=city.things[BARE])
    version = rows.values_list("version", flat=True).get()
    rows.update(version=version + 1, language="Koerdisch", email="naam@voorbeeld.nl")
    send(screen, city)


def save_twin(screen: Screen, city: City) -> None:
    """Give somebody the number of another resident."""
    screen.page.get_by_label("Telefoonnummer", exact=False).first.fill("06 12340001")
    send(screen, city)
    expect(screen.page.get_by_text("Is dit dezelfde persoon?")).to_be_visible()


def find_by_name(screen: Screen, city: City) -> None:
    """Three letters and a date of birth."""
    _search(screen, "Ber", "00-03-1950")
    expect(screen.page.get_by_role("link", name="van den Berg")).to_be_visible()


def find_nobody(screen: Screen, city: City) -> None:
    """Nobody has this name."""
    _search(screen, "Xyz", "01-01-1960")
    expect(screen.page.get_by_text("Er is niemand gevonden")).to_be_visible()


def _search(screen: Screen, name: str, born: str) -> None:
    screen.page.get_by_label("Naam").fill(name)
    screen.page.get_by_label("Geboortedatum").fill(born)
    screen.page.get_by_role("button", name="Zoeken").click()
    screen.page.wait_for_load_state()


def open_new(heading: str) -> Arrange:
    """Go from the card to the form of somebody new."""

    def opened(screen: Screen, city: City) -> None:
        screen.page.get_by_role("link", name=f"Toevoegen aan {heading}").click()
        screen.page.get_by_label("Naam").wait_for()

    return opened


def send_new(screen: Screen, city: City) -> None:
    """Send the form of somebody new as it is."""
    open_new(AROUND["netwerk"])(screen, city)
    send(screen, city)


def open_carer(screen: Screen, city: City) -> None:
    """Go to the form of somebody we know, and unfold how to forget them."""
    screen.page.get_by_role("link", name="Wijzigen Fenna Bakker").click()
    screen.page.locator("summary", has_text="Verwijderen").click()


def unfold_over(screen: Screen, city: City) -> None:
    """Look at the consents that are over."""
    screen.page.locator("summary", has_text="Voorbij of ingetrokken").click()
    expect(screen.page.get_by_text("Praktijk Duin")).to_be_visible()


def _open(screen: Screen, fold: str, button: str = "") -> None:
    screen.page.locator("summary", has_text=fold).click()
    box = screen.page.locator("details[open]")
    box.get_by_label("Waarom opent u dit?").select_option("check")
    box.get_by_role("button", name=button or fold).click()
    screen.page.wait_for_load_state()


def compare(screen: Screen, city: City) -> None:
    """Give two people one number, and go from the list of twins to both cards."""
    phone = Resident.objects.values_list("phone", flat=True).get(pk=city.things[BARE])
    Resident.objects.filter(pk=city.things["resident-long"]).update(other_phone=phone)
    screen.page.reload()
    screen.page.get_by_role("link", name="Samenvoegen").first.click()
    screen.page.get_by_label("Waarom is dit dezelfde persoon?").wait_for()


def merge_them(screen: Screen, city: City) -> None:
    """Merge the two and read until when it can be undone."""
    compare(screen, city)
    screen.page.get_by_label("Waarom is dit dezelfde persoon?").fill("zelfde nummer")
    screen.page.get_by_role("button", name="Samenvoegen").click()
    screen.page.get_by_role("button", name="Ongedaan maken").wait_for()


def merge_without_reason(screen: Screen, city: City) -> None:
    """Merge and say nothing."""
    compare(screen, city)
    send(screen, city)


FORMS = (
    PageCase("inwoner-betrokken", "professional-new", HANDLER, FULL),
    PageCase("inwoner-toestemming", "consent-new", HANDLER, FULL),
    PageCase("inwoner-geheim-adres", "resident-secret-address", HANDLER, FULL),
    PageCase("inwoner-opheffen", "resident-secrecy-lift", HANDLER, HIDDEN),
)
PAGES = (
    *FORMS,
    *(wrong(case) for case in FORMS),
    PageCase("inwoner", CARD, HANDLER, FULL, prints=True),
    PageCase("inwoner-collega", CARD, WORKER, FULL),
    PageCase("inwoner-geheim", CARD, HANDLER, HIDDEN),
    PageCase("inwoner-kaal", CARD, HANDLER, BARE),
    PageCase("inwoner-lang", CARD, WORKER, "resident-long"),
    PageCase("inwoner-bsn-open", CARD, HANDLER, FULL, then=open_bsn),
    PageCase("inwoner-bsn-reden", CARD, HANDLER, FULL, then=open_without_reason),
    PageCase("inwoner-adres-open", CARD, HANDLER, HIDDEN, then=open_address),
    PageCase("inwoner-wijzigen", "resident-change", HANDLER, FULL),
    PageCase("inwoner-wijzigen-geheim", "resident-change", HANDLER, HIDDEN),
    PageCase(
        "inwoner-wijzigen-conflict",
        "resident-change",
        HANDLER,
        BARE,
        then=save_second,
        shows="Fout: ",
    ),
    *(
        PageCase(f"inwoner-{kind}", CARD, HANDLER, FULL, then=open_new(word))
        for kind, word in AROUND.items()
    ),
    PageCase("inwoner-netwerk-fouten", CARD, HANDLER, FULL, then=send_new, shows="Fout: "),
    PageCase("inwoner-rond", CARD, HANDLER, FULL, then=open_carer),
    PageCase("inwoner-betrokken-wijzigen", "professional-change", HANDLER, "professional"),
    PageCase("inwoner-intrekken", "consent-withdraw", HANDLER, "consent"),
    PageCase("inwoner-voorbij", CARD, HANDLER, FULL, then=unfold_over),
    PageCase("inwoner-zoeken", "resident-search", WORKER),
    PageCase("inwoner-zoeken-gevonden", "resident-search", WORKER, then=find_by_name),
    PageCase("inwoner-zoeken-niemand", "resident-search", WORKER, then=find_nobody),
    PageCase("inwoner-zoeken-fouten", "resident-search", WORKER, then=send, shows="Fout: "),
    PageCase("inwoner-dubbel", "resident-change", HANDLER, BARE, then=save_twin, shows="Fout: "),
    PageCase("inwoner-dubbele-kaart", "resident-twins", WORKER, BARE),
    PageCase("inwoner-samenvoegen", "resident-twins", WORKER, BARE, then=compare),
    PageCase(
        "inwoner-samenvoegen-fouten",
        "resident-twins",
        WORKER,
        BARE,
        then=merge_without_reason,
        shows="Fout: ",
    ),
    PageCase("inwoner-samengevoegd", "resident-twins", WORKER, BARE, then=merge_them),
    PageCase("inwoner-bsn", "resident-bsn", HANDLER, FULL),
)
NO_PAGE = {
    "resident-merged": "after an act, looked at as inwoner-samengevoegd",
    "resident-merge-undo": "an act: back to the card",
    "resident-merge": "reached from the list of twins, looked at as inwoner-samenvoegen",
    "party-new": "reached from the card, looked at as inwoner-netwerk",
    "party-change": "reached from the card, looked at as inwoner-rond",
    "party-remove": "an act: back to the card",
    "resident-bsn-show": "the page of the resident with the number, looked at as inwoner-bsn-open",
    "resident-address-show": "the same with the address, looked at as inwoner-adres-open",
}
