"""The events of documents in dossiers, as the trail shows them."""

CODES: dict[str, tuple[str, str]] = {
    "document.listed": ("Documenten gelezen", "las de lijst met documenten van {0}"),
    "document.added": ("Document toegevoegd", "voegde {0} toe"),
    "document.read": ("Document geopend", "opende {0}"),
    "document.withdrawn": ("Document ingetrokken", "trok {0} in"),
    "document.scanned": ("Document gescand", "keek {0} na op virussen"),
    "document.infected": ("Virus in document", "vond een virus in {0} en gooide het bestand weg"),
}
