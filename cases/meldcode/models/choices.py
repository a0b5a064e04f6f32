"""The words and lists of a meldcode."""

from dataclasses import dataclass, field
from datetime import date

from django.db import models

from clusters.models import Role

CARING_ROLES = frozenset({Role.TEAM_WORKER, Role.CITY_SOCIAL_TEAM})
"""Roles that write about safety (security 3.3 row 7); a manager and the Wmo-team do not."""
RETENTION_YEARS = 15
"""Years after the last change (WMO 5.3.4 lid 1); those of Veilig Thuis are not ours (lid 2)."""


class StepNumber(models.IntegerChoices):
    """The five steps of the meldcode."""

    SIGNALS = 1, "Signalen in kaart brengen"
    CONSULT = 2, "Overleggen"
    TALK = 3, "Gesprek met de betrokkenen"
    WEIGH = 4, "Wegen met het afwegingskader"
    DECIDE = 5, "Beslissen"


class Asked(models.TextChoices):
    """Whether Veilig Thuis was asked for advice, and whether it knows about whom (MC-8)."""

    NO = "no", "Nee"
    ANONYMOUS = "anonymous", "Ja, anoniem"
    NAMED = "named", "Ja, met naam"


class Answer(models.TextChoices):
    """An answer to a question of the afwegingskader."""

    YES = "yes", "Ja"
    NO = "no", "Nee"


class Way(models.TextChoices):
    """How Veilig Thuis was told."""

    PHONE = "phone", "Telefonisch"
    ONLINE = "online", "Via het formulier van Veilig Thuis"
    TALK = "talk", "In een gesprek"


class Outcome(models.TextChoices):
    """How a meldcode ends (MC-15)."""

    SAFE = "safe", "De veiligheid is hersteld"
    HELP = "help", "Er is hulp en de veiligheid wordt gevolgd"
    REPORTED = "reported", "Veilig Thuis heeft het overgenomen"
    UNFOUNDED = "unfounded", "Er is geen vermoeden meer"
    MISTAKE = "mistake", "Per vergissing geopend"


WITHOUT_DECISION = frozenset({Outcome.UNFOUNDED, Outcome.MISTAKE})
"""Ends that need no decision, because there is nothing to decide about."""


class Rung(models.IntegerChoices):
    """Who was told last that the day is over (MC-13)."""

    NOBODY = 0, "niemand"
    HOLDER = 1, "wie de meldcode uitvoert"
    OFFICER = 2, "de aandachtsfunctionaris"


WAITS = {Rung.HOLDER: 1, Rung.OFFICER: 3}
"""How many working days after the day each of them is told."""


@dataclass(frozen=True)
class StepFacts:
    """What was done in one step; ``early`` is why earlier steps were not waited for."""

    done_on: date
    words: str = ""
    early: str = ""
    answers: dict[str, str] = field(default_factory=dict)
