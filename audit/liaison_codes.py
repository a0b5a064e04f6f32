"""The events of the register of linking pins, as the trail shows them."""

CODES: dict[str, tuple[str, str]] = {
    "liaison.created": ("Linking pin toegevoegd", "voegde {0} toe"),
    "liaison.changed": ("Linking pin gewijzigd", "wijzigde {0}"),
    "liaison.reviewed": ("Linking pin nagekeken", "zei dat {0} nog klopt"),
}
