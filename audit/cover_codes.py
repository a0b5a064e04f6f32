"""The events of cover, as the trail shows them."""

CODES: dict[str, tuple[str, str]] = {
    "cover.listed": ("Waarneming van medewerkers gelezen", "las wie voor wie waarneemt"),
    "cover.arranged": ("Waarneming geregeld", "regelde {0}"),
    "cover.ended": ("Waarneming beëindigd", "beëindigde {0}"),
    "cover.happened_read": ("Waarneming nagelezen", "las wat er tijdens de waarneming gebeurde"),
    "cover.missing_listed": ("Werk zonder waarnemer gelezen", "las wie geen waarnemer heeft"),
    "cover.destroyed": ("Oude waarneming weggehaald", "haalde waarneming van lang geleden weg"),
}
