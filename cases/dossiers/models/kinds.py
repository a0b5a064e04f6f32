"""The kinds of lines in a dossier, and the groups by which somebody looks for them."""

from django.db import models


class LineKind(models.TextChoices):
    """What a line is about."""

    OPENED = "opened", "Dossier geopend"
    NOTE = "note", "Notitie"
    QUESTION = "question", "Hulpvraag toegevoegd"
    OUTCOME = "outcome", "Hulpvraag afgesloten"
    DIRECTION = "direction", "Casusregie overgedragen"
    JOINED = "joined", "Collega werkt mee"
    LEFT = "left", "Collega werkt niet meer mee"
    SAFETY = "safety", "“Let op” gewijzigd"
    CLOSED = "closed", "Dossier afgesloten"
    RELATED = "related", "Ander dossier gekoppeld"
    UNRELATED = "unrelated", "Ander dossier losgekoppeld"
    CALLBACK = "callback", "Terugbelverzoek"
    CONTACT = "contact", "Contact"
    MELDING = "melding", "Melding"
    TALK = "talk", "Keukentafelgesprek"
    REPORT = "report", "Onderzoeksverslag"


K = LineKind
ELSEWHERE = (K.CALLBACK, K.CONTACT, K.MELDING, K.TALK, K.REPORT)
"""Lines of another room: what, when and who, and never a word of it (DS-12)."""
GROUPS: dict[str, tuple[str, tuple[LineKind, ...]]] = {
    "notities": ("Notities", (K.NOTE,)),
    "vragen": ("Hulpvragen", (K.QUESTION, K.OUTCOME)),
    "contacten": ("Terugbelverzoeken en contacten", (K.CALLBACK, K.CONTACT)),
    "meldingen": ("Meldingen", (K.MELDING,)),
    "gesprekken": ("Gesprekken en verslagen", (K.TALK, K.REPORT)),
    "mensen": ("Regie en collega's", (K.OPENED, K.DIRECTION, K.JOINED, K.LEFT, K.CLOSED)),
    "dossiers": ("Andere dossiers", (K.RELATED, K.UNRELATED)),
    "let-op": ("“Let op”", (K.SAFETY,)),
}
"""What one can look for in a dossier: the word in the address, its label and the kinds (DS-13)."""
