"""The events of papers, as the trail shows them."""

CODES: dict[str, tuple[str, str]] = {
    "paper.asked": ("PDF gevraagd", "vroeg om {0}"),
    "paper.awaited": ("Op PDF gewacht", "keek of de PDF bij {0} klaar was"),
    "paper.opened": ("PDF geopend", "opende de PDF bij {0}"),
    "paper.made": ("PDF gemaakt", "maakte {0}"),
    "paper.failed": ("PDF mislukt", "kon {0} niet maken"),
}
