"""What one chooses and writes in a hand-over."""

from dataclasses import dataclass
from datetime import date

from django.db import models


class Expertise(models.TextChoices):
    """What is asked of who takes over (SST-2)."""

    ADDICTION = "addiction", "Verslaving"
    PSYCHIATRY = "psychiatry", "Psychiatrie"
    BRAIN_INJURY = "nah", "Niet-aangeboren hersenletsel (NAH)"
    OLD_AGE = "old_age", "Psychogeriatrie"
    DISABILITY = "disability", "Verstandelijke beperking"
    DEBT = "debt", "Schulden"
    OTHER = "other", "Iets anders"


class Urgency(models.TextChoices):
    """How soon an answer is needed; ``terms`` says in which term."""

    TODAY = "today", "Met spoed: binnen 1 werkdag"
    SOON = "soon", "Snel: binnen 3 werkdagen"
    NORMAL = "normal", "Gewoon: binnen 5 werkdagen"


class Agreed(models.TextChoices):
    """Why the receiving team may know it before it takes over (KET-1, AVG 6)."""

    RESIDENT = "resident", "De inwoner weet ervan en is akkoord"
    GROUND = "ground", "Zonder akkoord, op een andere grond"


class Refusal(models.TextChoices):
    """Why a team does not take over (OD-8)."""

    FULL = "full", "Er is geen ruimte"
    NOT_COMPLEX = "not_complex", "Het wijkteam kan dit zelf"
    WRONG_TEAM = "wrong_team", "Het hoort bij een ander team"
    INCOMPLETE = "incomplete", "De gegevens zijn niet volledig"
    NO_AGREEMENT = "no_agreement", "De inwoner wil het niet"
    ADVICE = "advice", "Advies is genoeg"
    OTHER = "other", "Iets anders"


@dataclass(frozen=True)
class Offer:
    """What the receiving team reads before it decides: a summary, never the dossier (OD-2)."""

    summary: str
    why: str
    told: str


@dataclass(frozen=True)
class WarmTalk:
    """The talk at the hand-over: who with whom, was the resident there, what was promised."""

    on: date
    people: str
    promised: str
    with_resident: bool
