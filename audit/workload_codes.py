"""The events of the load and of handing out work, as the trail shows them."""

CODES: dict[str, tuple[str, str]] = {
    "workload.read": ("Werklast gelezen", "las de werklast van teams"),
    "workload.listed": ("Werk van een medewerker gelezen", "las wat bij een medewerker openstaat"),
    "workload.terms_listed": ("Lijst met termijnen gelezen", "las wat te laat is of bijna"),
    "handout.prepared": ("Uitdelen van werk voorbereid", "bekeek welk werk kan worden uitgedeeld"),
    "handout.read": ("Uitgedeeld werk gelezen", "las wat naar wie ging: {0}"),
    "work.handed_out": ("Werk uitgedeeld", "deelde {0} uit"),
    "work.taken_back": ("Uitgedeeld werk teruggedraaid", "draaide het uitdelen terug van {0}"),
}
