"""The events of adviesvragen, as the trail shows them."""

CODES: dict[str, tuple[str, str]] = {
    "advice.listed": ("Lijst met adviesvragen gelezen", "las een lijst adviesvragen"),
    "advice.prepared": ("Adviesvraag voorbereid", "begon advies te vragen in {0}"),
    "advice.counted": ("Cijfers over adviezen gelezen", "las de cijfers over adviezen"),
    "advice.asked": ("Advies gevraagd", "vroeg advies: {0}"),
    "advice.read": ("Adviesvraag gelezen", "las {0}"),
    "advice.answered": ("Advies gegeven", "beantwoordde {0}"),
    "advice.noticed": ("Advies gezien", "zag het antwoord op {0}"),
    "advice.withdrawn": ("Adviesvraag ingetrokken", "trok {0} in"),
}
