"""The events of the mandate register, as the trail shows them."""

CODES: dict[str, tuple[str, str]] = {
    "mandate.given": ("Mandaat vastgelegd", "legde {0} vast"),
    "mandate.ended": ("Mandaat beëindigd", "beëindigde {0}"),
}
