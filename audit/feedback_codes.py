"""The events of feedback to referrers, as the trail shows them."""

CODES: dict[str, tuple[str, str]] = {
    "feedback.listed": ("Terugkoppelingen gelezen", "las de verwijzers van {0}"),
    "feedback.prepared": ("Verwijzer voorbereid", "begon een verwijzer vast te leggen in {0}"),
    "feedback.created": ("Verwijzer vastgelegd", "legde {0} vast"),
    "feedback.read": ("Terugkoppeling gelezen", "las {0}"),
    "feedback.sent": ("Teruggekoppeld", "legde vast wat de verwijzer hoorde bij {0}"),
    "feedback.dropped": ("Niet teruggekoppeld", "besloot niet terug te koppelen bij {0}"),
}
