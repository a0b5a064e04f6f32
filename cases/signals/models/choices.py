"""What a signal is about, what an attempt gave, and how it ends: words and lists."""

from dataclasses import dataclass

from django.db import models

ATTEMPTS_NEEDED = 3
"""So often not reached before the team may decide to stop (SG-10)."""
MOST_DAYS = 92
"""A next attempt is at most this many days away (SG-6)."""


class Source(models.TextChoices):
    """Who noticed it."""

    NEIGHBOUR = "neighbour", "Buur of bekende"
    FAMILY = "family", "Familie"
    HOUSING = "housing", "Woningcorporatie"
    POLICE = "police", "Politie"
    SCHOOL = "school", "School of kinderopvang"
    CARE = "care", "Huisarts of zorg"
    VOLUNTEER = "volunteer", "Vrijwilliger of bewonersgroep"
    TEAM = "team", "Wij zagen het zelf"
    OTHER = "other", "Iemand anders"


class Worry(models.TextChoices):
    """What the worry is about first of all."""

    LONELY = "lonely", "Eenzaamheid"
    FILTH = "filth", "Vervuiling of verzamelen"
    DEBT = "debt", "Schulden of dreigende ontruiming"
    NUISANCE = "nuisance", "Overlast"
    CONFUSED = "confused", "Verward gedrag"
    AVOIDING = "avoiding", "Mijdt zorg"
    ADDICTION = "addiction", "Verslaving"
    CHILDREN = "children", "Zorgen om kinderen"
    VIOLENCE = "violence", "Geweld of dwang thuis"
    CARER = "carer", "Overbelaste mantelzorger"
    OTHER = "other", "Iets anders"


class Urgency(models.TextChoices):
    """How soon somebody must go."""

    TODAY = "today", "Vandaag"
    SOON = "soon", "Binnen drie werkdagen"
    LATER = "later", "Binnen twee weken"


WORKING_DAYS = {Urgency.TODAY: 0, Urgency.SOON: 3, Urgency.LATER: 10}
"""How many working days after the day of the signal somebody goes (SG-4)."""


class Way(models.TextChoices):
    """How the team tried to get in touch."""

    VISIT = "visit", "Langs geweest"
    CALL = "call", "Gebeld"
    CARD = "card", "Kaart of brief"
    MET = "met", "In de wijk ontmoet"


class Result(models.TextChoices):
    """What came of it."""

    SPOKEN = "spoken", "Gesproken"
    UNREACHED = "unreached", "Niet bereikt"
    LEFT = "left", "Bericht achtergelaten"
    REFUSED = "refused", "Wil nu geen contact"


NOT_REACHED = (Result.UNREACHED, Result.LEFT)


class Ground(models.TextChoices):
    """Why the team may go on with the data of somebody (SG-8, H11)."""

    CONSENT = "consent", "De persoon vindt het goed"
    VITAL = "vital", "Vitaal belang: er is direct gevaar"
    SAFETY = "safety", "Meldcode: vermoeden van geweld of mishandeling"
    DUTY = "duty", "Wettelijke taak"


class Outcome(models.TextChoices):
    """What a signal ends into (SG-9, SG-10)."""

    MELDING = "melding", "Er is een melding"
    FILE = "file", "Er is een dossier"
    CALLBACK = "callback", "Er is een terugbelverzoek"
    POLICE = "police", "Doorgegeven aan de politie"
    VT = "vt", "Doorgegeven aan Veilig Thuis"
    GGD = "ggd", "Doorgegeven aan de GGD"
    CARE = "care", "Doorgegeven aan huisarts of zorg"
    KNOWN = "known", "Er is al hulp"
    NOTHING = "nothing", "Er is niets nodig"
    REFUSED = "refused", "De persoon wil geen contact"
    UNREACHED = "unreached", "Niet bereikt: wij stoppen"


CARRIED = (Outcome.MELDING, Outcome.FILE, Outcome.CALLBACK)
PASSED_ON = (Outcome.POLICE, Outcome.VT, Outcome.GGD, Outcome.CARE)
"""Data leaves the team: only after consent or a ground (H11)."""


class Rung(models.IntegerChoices):
    """Who was told last that nobody went (SG-7)."""

    NOBODY = 0, "niemand"
    HANDLER = 1, "wie het signaal heeft"
    MANAGER = 2, "de manager"


WAITS = {Rung.HANDLER: 1, Rung.MANAGER: 3}
"""How many working days after the day each of them is told."""


@dataclass(frozen=True)
class Told:
    """What somebody noticed; about whom and where as far as it is known."""

    source: str
    worry: str
    urgency: str
    what: str
    whom: str = ""
    place: str = ""
    reporter: str = ""
    stays_anonymous: bool = False
    with_children: bool = False

    @property
    def words(self) -> dict[str, str]:
        """What is kept sealed."""
        return {name: getattr(self, name) for name in ("what", "whom", "place", "reporter")}
