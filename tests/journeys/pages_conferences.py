"""The pages of casusoverleg and casustafel."""

from tests.journeys.page_case import PageCase, wrong

ME, GUEST, CHAIR, MANAGER = "handler", "liaison", "team_worker", "team_manager"
NEW = PageCase("reeks-beginnen", "series-new", MANAGER)
CHANGE = PageCase("reeks-wijzigen", "series-change", MANAGER, "series")
END = PageCase("reeks-stoppen", "series-end", MANAGER, "series")
MOVE = PageCase("overleg-verplaatsen", "conference-move", CHAIR, "conference")
CANCEL = PageCase("overleg-annuleren", "conference-cancel", CHAIR, "conference")
ORDER = PageCase("overleg-volgorde", "conference-order", CHAIR, "conference")
BRING = PageCase("punt-inbrengen", "item-bring", ME, "item-file")
INVITE = PageCase("punt-uitnodigen", "item-invite", ME, "item-waiting")
ELSEWHERE = PageCase("punt-ander-overleg", "item-move", ME, "item-left")
WITHDRAW = PageCase("punt-intrekken", "item-withdraw", ME, "item-waiting")
MINUTES = PageCase("punt-verslag", "item-minutes", ME, "item-waiting")
AGREE = PageCase("punt-afspraak", "item-agree", ME, "item-discussed")
PAGES: tuple[PageCase, ...] = (
    PageCase("overleggen", "conference-list", MANAGER),
    PageCase("overleggen-geweest", "conference-list", ME, query="?selectie=geweest"),
    PageCase("overleggen-reeksen", "conference-list", MANAGER, query="?selectie=reeksen"),
    PageCase("overleggen-leeg", "conference-list", "idle"),
    PageCase("overleg-agenda", "conference-detail", CHAIR, "conference", prints=True),
    PageCase("overleg-agenda-eigen", "conference-detail", ME, "conference"),
    PageCase("overleg-gaat-niet-door", "conference-detail", MANAGER, "conference-cancelled"),
    PageCase("overleg-verplaatst", "conference-detail", MANAGER, "conference-moved"),
    PageCase("punten", "item-list", GUEST),
    PageCase("punten-dossiers", "item-list", ME, query="?selectie=dossiers"),
    PageCase("punten-leeg", "item-list", "client_support"),
    PageCase("punt", "item-detail", ME, "item-waiting", prints=True),
    PageCase("punt-deelnemer", "item-detail", GUEST, "item-waiting"),
    PageCase("punt-anoniem", "item-detail", GUEST, "item-anonymous"),
    PageCase("punt-besproken", "item-detail", ME, "item-discussed"),
    PageCase("punt-besproken-deelnemer", "item-detail", GUEST, "item-discussed"),
    PageCase("punt-ingetrokken", "item-detail", ME, "item-withdrawn"),
    PageCase("punt-zonder-overleg", "item-detail", ME, "item-left"),
    PageCase("punt-lang", "item-detail", ME, "item-long"),
    PageCase("punt-mijn-werk", "home", GUEST),
    NEW,
    wrong(NEW),
    CHANGE,
    END,
    wrong(END),
    MOVE,
    wrong(MOVE),
    CANCEL,
    wrong(CANCEL),
    ORDER,
    BRING,
    wrong(BRING),
    INVITE,
    wrong(INVITE),
    ELSEWHERE,
    wrong(ELSEWHERE),
    WITHDRAW,
    wrong(WITHDRAW),
    MINUTES,
    wrong(MINUTES),
    AGREE,
    wrong(AGREE),
)
NO_PAGE: dict[str, str] = {
    "item-panel": "a fragment of the page of a dossier",
    "item-uninvite": "an act: back to the point",
    "conference-close": "an act: back to the meeting",
    "agreement-keep": "an act: back to the point",
    "agreement-drop": "an act: back to the point",
}
