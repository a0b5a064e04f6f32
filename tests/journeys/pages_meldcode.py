"""The pages of the meldcode and of the register of aandachtsfunctionarissen."""

from tests.journeys.page_case import PageCase, wrong

ME, OFFICER, KEEPER = "handler", "long", "general_manager"
OPEN = PageCase("meldcode-openen", "safety-open-file", ME, "safety-file")
CONSULT = PageCase("meldcode-overleg", "safety-step", ME, "safety-step-2")
TALK = PageCase("meldcode-gesprek", "safety-step", ME, "safety-step-3")
WEIGH = PageCase("meldcode-wegen", "safety-step", ME, "safety-step-4")
DECIDE = PageCase("meldcode-beslissen", "safety-step", ME, "safety-step-5")
REPORT = PageCase("meldcode-melden", "safety-report", ME, "safety-begun")
HEARD = PageCase("meldcode-terugkoppeling", "safety-feedback", ME, "safety-told")
PERSONS = PageCase("meldcode-betrokkenen", "safety-persons", ME, "safety-begun")
PLAN = PageCase("meldcode-dag", "safety-plan", ME, "safety-begun")
END = PageCase("meldcode-afronden", "safety-end", ME, "safety-unsafe")
ADMIT = PageCase("meldcode-toelaten", "safety-admit", ME, "safety-begun")
BAR = PageCase("meldcode-uitsluiten", "safety-bar", ME, "safety-begun")
PASS = PageCase("meldcode-overdragen", "safety-pass", OFFICER, "safety-begun")
NEW = PageCase("aandacht-aanwijzen", "officer-new", KEEPER)
CHANGE = PageCase("aandacht-wijzigen", "officer-change", KEEPER, "safety-officer")
PAGES: tuple[PageCase, ...] = (
    PageCase("meldcodes", "safety-list", ME, prints=True),
    PageCase("meldcodes-afgerond", "safety-list", ME, query="?selectie=afgerond"),
    PageCase("meldcodes-leeg", "safety-list", "idle"),
    PageCase("meldcode", "safety-detail", ME, "safety-decided", prints=True),
    PageCase("meldcode-begonnen", "safety-detail", ME, "safety-begun"),
    PageCase("meldcode-aandacht", "safety-detail", OFFICER, "safety-unsafe"),
    PageCase("meldcode-collega", "safety-detail", "team_worker", "safety-decided"),
    PageCase("meldcode-lang", "safety-detail", ME, "safety-long"),
    PageCase("meldcode-voorbij", "safety-detail", ME, "safety-ended"),
    PageCase("meldcode-bij-melding", "safety-open-melding", ME, "safety-melding"),
    PageCase("aandachtsfunctionarissen", "officer-list", KEEPER),
    PageCase("aandachtsfunctionarissen-team", "officer-list", ME),
    OPEN,
    wrong(OPEN),
    CONSULT,
    wrong(CONSULT),
    TALK,
    wrong(TALK),
    WEIGH,
    wrong(WEIGH),
    DECIDE,
    wrong(DECIDE),
    REPORT,
    wrong(REPORT),
    HEARD,
    wrong(HEARD),
    PERSONS,
    PLAN,
    END,
    wrong(END),
    ADMIT,
    wrong(ADMIT),
    BAR,
    wrong(BAR),
    PASS,
    wrong(PASS),
    NEW,
    wrong(NEW),
    CHANGE,
)
NO_PAGE: dict[str, str] = {
    "safety-of-file": "a fragment of the page of a dossier",
    "safety-of-melding": "a fragment of the page of a melding",
    "safety-dismiss": "an act: back to the meldcode",
    "safety-lift": "an act: back to the meldcode",
}
