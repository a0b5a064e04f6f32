"""The events of absence, as the trail shows them."""

CODES: dict[str, tuple[str, str]] = {
    "absence.listed": ("Afwezigheid van medewerker gelezen", "las de afwezigheid van {0}"),
    "absence.calendar_read": ("Afwezigheid van team gelezen", "las de afwezigheid van een team"),
    "absence.entered": ("Afwezigheid ingevoerd", "voerde {0} in"),
    "absence.changed": ("Afwezigheid gewijzigd", "wijzigde de laatste dag van {0}"),
    "absence.withdrawn": ("Afwezigheid ingetrokken", "trok {0} in"),
    "absence.destroyed": ("Oude afwezigheid weggehaald", "haalde afwezigheid van lang geleden weg"),
    "work_pattern.set": ("Werkdagen vastgelegd", "legde {0} vast"),
}
