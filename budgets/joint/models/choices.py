"""What a planned line is for, and what the system knows beside it."""

from dataclasses import dataclass
from datetime import date

from django.db import models

from clusters.models import PartnerOrganisation
from common.reference import ReferenceModel


class Known(models.TextChoices):
    """What the system can put beside a kind of costs (GJ-8)."""

    NOTHING = "nothing", "Niets"
    PEOPLE = "people", "Medewerkers met een rol in een team"
    HELP = "help", "Het grootboek: maatwerk voor inwoners"
    TEAM = "team", "Het grootboek: differentiatie van de teams"


class SupportKind(models.TextChoices):
    """Which sort of support is planned (BUD-10)."""

    FORMAL = "formal", "Formeel"
    INFORMAL = "informal", "Informeel"
    COLLECTIVE = "collective", "Collectief"
    OVERHEAD = "overhead", "Niet te verdelen"


class CostKind(ReferenceModel):
    """A kind of costs; ``known`` says what stands beside its lines, and people count in fte."""

    extra_columns = ("known",)

    known = models.CharField(
        "wat het systeem weet", max_length=7, choices=Known.choices, default=Known.NOTHING
    )

    class Meta(ReferenceModel.Meta):
        verbose_name = "kostensoort van de gezamenlijke begroting"
        verbose_name_plural = "kostensoorten van de gezamenlijke begroting"


@dataclass(frozen=True)
class LineWish:
    """One planned line, as the acts want it; ``fte`` is in hundredths."""

    partner: PartnerOrganisation
    kind: CostKind
    support: str
    cents: int
    fte: int | None
    source: str
    decided_on: date
    note: str = ""


def decimal(hundredths: int) -> str:
    """Hundredths as they are written here: "12,5"."""
    whole, rest = divmod(hundredths, 100)
    return f"{whole},{rest:02d}".rstrip("0").rstrip(",")
