"""The events of the load, of handing out work and of the figures of the SST in the trail."""

CODES: dict[str, tuple[str, str]] = {
    "workload.read": ("Werklast gelezen", "las de werklast van teams"),
    "workload.listed": ("Werk van een medewerker gelezen", "las wat bij een medewerker openstaat"),
    "workload.terms_listed": ("Lijst met termijnen gelezen", "las wat te laat is of bijna"),
    "dashboard.sst_read": ("Cijfers van het SST gelezen", "las de cijfers van het SST"),
    "dashboard.sst_listed": (
        "Lijst van het SST gelezen",
        "las een lijst achter cijfers van het SST",
    ),
    "dashboard.desk_questions": (
        "Vragen aan de vraagbaak gelezen",
        "las open vragen aan de vraagbaak",
    ),
    "handout.prepared": ("Uitdelen van werk voorbereid", "bekeek welk werk kan worden uitgedeeld"),
    "handout.read": ("Uitgedeeld werk gelezen", "las wat naar wie ging: {0}"),
    "work.handed_out": ("Werk uitgedeeld", "deelde {0} uit"),
    "work.taken_back": ("Uitgedeeld werk teruggedraaid", "draaide het uitdelen terug van {0}"),
}
