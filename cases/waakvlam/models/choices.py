"""What is agreed about a waakvlam, what a contact gave, and how it ends: words and lists."""

from dataclasses import dataclass
from datetime import date

from django.db import models

from cases.residents.models import Consent

SHORTEST, LONGEST = 1, 26
"""Weeks between two contacts (WK-3)."""
UNREACHED_SIGNAL = 3
"""So many times in a row not reached is a signal (WK-9)."""
MOST_QUARTERS = 16


class Way(models.TextChoices):
    """How the team keeps in touch."""

    VISIT = "visit", "Bezoek"
    CALL = "call", "Bellen"
    CARD = "card", "Kaart sturen"


class Result(models.TextChoices):
    """What came of a contact."""

    SPOKEN = "spoken", "Gesproken"
    UNREACHED = "unreached", "Niet bereikt"
    CARD = "card", "Kaart gestuurd"


class Mood(models.TextChoices):
    """How it is with the resident, as the worker saw or heard it."""

    GOOD = "good", "Goed"
    WATCH = "watch", "Let op"
    WORRY = "worry", "Zorgen"


class Ending(models.TextChoices):
    """What a waakvlam ends into (WK-12)."""

    NOTHING = "nothing", "Er is niets meer nodig"
    MELDING = "melding", "Er is een nieuwe melding"
    FILE = "file", "Er is een dossier geopend"
    MOVED = "moved", "De inwoner is verhuisd"
    DECEASED = "deceased", "De inwoner is overleden"
    WITHDRAWN = "withdrawn", "De inwoner wil het niet meer"


class Rung(models.IntegerChoices):
    """Who was told last that a contact did not happen (WK-8)."""

    NOBODY = 0, "niemand"
    OWNER = 1, "de contactpersoon"
    DEPUTY = 2, "de vervanger"
    MANAGER = 3, "de manager"


WAITS = {Rung.OWNER: 1, Rung.DEPUTY: 5, Rung.MANAGER: 10}
"""How many working days after the day of the contact each of them is told."""


@dataclass(frozen=True)
class Agreed:
    """What was agreed with the resident; ``consent`` or else the day of a spoken agreement."""

    weeks: int
    way: str
    look_for: str
    stop_rule: str
    escalation: str
    review_on: date
    consent: Consent | None = None
    agreed_on: date | None = None

    @property
    def words(self) -> dict[str, str]:
        """What is kept sealed."""
        names = ("look_for", "stop_rule", "escalation")
        return {name: getattr(self, name) for name in names}
