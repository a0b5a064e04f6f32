"""The events of the waakvlam, as the trail shows them."""

CODES: dict[str, tuple[str, str]] = {
    "waakvlam.listed": ("Lijst met waakvlammen gelezen", "las een lijst waakvlammen"),
    "waakvlam.prepared": ("Waakvlam voorbereid", "begon een waakvlam af te spreken met {0}"),
    "waakvlam.started": ("Waakvlam begonnen", "begon {0}"),
    "waakvlam.read": ("Waakvlam gelezen", "las {0}"),
    "waakvlam.contacted": ("Contact van waakvlam vastgelegd", "legde een contact vast bij {0}"),
    "waakvlam.moved": ("Dag van waakvlam gewijzigd", "koos een andere dag voor {0}"),
    "waakvlam.renewed": ("Waakvlam opnieuw bekeken", "bekeek {0} opnieuw en ging door"),
    "waakvlam.transferred": ("Waakvlam overgedragen", "droeg {0} over"),
    "waakvlam.ended": ("Waakvlam beëindigd", "beëindigde {0}"),
}
