"""The pages of the signals."""

from tests.journeys.page_case import PageCase, wrong

ME, MANAGER = "handler", "team_manager"
NEW = PageCase("signaal-nieuw", "signal-new", ME)
ATTEMPT = PageCase("signaal-poging", "signal-attempt", ME, "signal-taken")
CLEAR = PageCase("signaal-mag-verder", "signal-clear", ME, "signal-taken")
END = PageCase("signaal-afsluiten", "signal-end", ME, "signal-unreached")
HAND = PageCase("signaal-geven", "signal-hand", MANAGER, "signal-free")
MOVE = PageCase("signaal-andere-wijk", "signal-move", ME, "signal-taken")
LINK = PageCase("signaal-koppelen", "signal-link", ME, "signal-cleared")
MELDING = PageCase("signaal-melding", "signal-newcomer", ME, "signal-cleared")
PAGES: tuple[PageCase, ...] = (
    PageCase("signalen", "signal-list", ME, prints=True),
    PageCase("signalen-mijn", "signal-list", ME, query="?selectie=mijn"),
    PageCase("signalen-afgesloten", "signal-list", ME, query="?selectie=afgesloten"),
    PageCase("signalen-leeg", "signal-list", "idle"),
    PageCase("signalen-manager", "signal-list", MANAGER),
    PageCase("signalen-cijfers", "signal-trend", MANAGER, prints=True),
    PageCase("signalen-cijfers-stad", "signal-trend", "general_manager"),
    PageCase("signalen-cijfers-stuurgroep", "signal-trend", "steering_group"),
    PageCase("signalen-cijfers-leeg", "signal-trend", "idle", role="team_manager"),
    PageCase("signaal", "signal-detail", ME, "signal-free", prints=True),
    PageCase("signaal-te-laat", "signal-detail", ME, "signal-taken"),
    PageCase("signaal-onbereikt", "signal-detail", ME, "signal-unreached"),
    PageCase("signaal-verder", "signal-detail", ME, "signal-cleared"),
    PageCase("signaal-voorbij", "signal-detail", ME, "signal-ended"),
    PageCase("signaal-geleegd", "signal-detail", ME, "signal-emptied"),
    PageCase("signaal-lang", "signal-detail", ME, "signal-long"),
    PageCase("signaal-van-het-team", "signal-detail", MANAGER, "signal-taken"),
    NEW,
    wrong(NEW),
    ATTEMPT,
    wrong(ATTEMPT),
    CLEAR,
    wrong(CLEAR),
    END,
    wrong(END),
    HAND,
    wrong(HAND),
    MOVE,
    wrong(MOVE),
    LINK,
    wrong(LINK),
    MELDING,
    wrong(MELDING),
)
NO_PAGE: dict[str, str] = {"signal-take": "an act: back to the signal"}
