"""The events of match requests and of what is asked at the end, as the trail shows them."""

CODES: dict[str, tuple[str, str]] = {
    "match.listed": ("Lijst met gevraagde matches gelezen", "las een lijst gevraagde matches"),
    "match.prepared": ("Match voorbereid", "begon een match te vragen in {0}"),
    "match.asked": ("Match gevraagd", "vroeg {0}"),
    "match.read": ("Gevraagde match gelezen", "las {0}"),
    "match.taken": ("Gevraagde match opgepakt", "pakte {0} op"),
    "match.found": ("Match gevonden", "vond een vrijwilliger voor {0}"),
    "match.refused": ("Geen match", "vond niemand voor {0}"),
    "match.withdrawn": ("Gevraagde match ingetrokken", "trok {0} in"),
    "match.followed_up": ("Nagegaan of het liep", "ging na wat er kwam van {0}"),
    "dashboard.flow_read": (
        "Cijfers over de stroom van werk gelezen",
        "las de cijfers over in, uit, doorlooptijd en triage",
    ),
    "dashboard.flow_listed": (
        "Lijst achter een cijfer gelezen",
        "las de lijst achter een cijfer van het dashboard",
    ),
    "dashboard.share_read": ("Aandeel informeel gelezen", "las de cijfers over informele hulp"),
    "dashboard.share_listed": (
        "Hulpvragen achter het aandeel gelezen",
        "las de lijst achter de cijfers over informele hulp",
    ),
}
