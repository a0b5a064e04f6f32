"""The kinds of collective work, how many people it reached, and how much time something takes."""

from django.db import models
from django.db.models import Q

from common.reference import ReferenceModel

REASON_LENGTH = 200
MOST_MINUTES = 6_000


class CollectiveKind(models.TextChoices):
    """What was done."""

    NETWORK = "network", "Netwerkcontact"
    PRESENCE = "presence", "Aanwezig in de wijk"
    ACTIVITY = "activity", "Activiteit"
    INITIATIVE = "initiative", "Burgerinitiatief"


MOMENTS = (CollectiveKind.NETWORK, CollectiveKind.PRESENCE)
"""Done on one day, and over when it is written down (CW-3)."""
RUNNING_KINDS = (CollectiveKind.ACTIVITY, CollectiveKind.INITIATIVE)
"""Begin as an idea, run for a while and end (CW-4)."""


class Reach(models.TextChoices):
    """How many people it reached; a class and never a list of names (CW-2)."""

    UNKNOWN = "unknown", "Niet bekend"
    FEW = "few", "1 tot en met 5 mensen"
    SOME = "some", "6 tot en met 15 mensen"
    MANY = "many", "16 tot en met 40 mensen"
    MOST = "most", "Meer dan 40 mensen"


class EffortClass(ReferenceModel):
    """How much time something collective takes, in four steps; no time sheet (WRK-1, CW-5).

    For something that runs, it is the time per calendar month.
    """

    extra_columns = ("minutes", "reason")

    minutes = models.PositiveSmallIntegerField("minuten")
    reason = models.CharField("waarom zoveel", max_length=REASON_LENGTH)

    class Meta(ReferenceModel.Meta):
        verbose_name = "inzetklasse"
        verbose_name_plural = "inzetklassen"
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gte=1, minutes__lte=MOST_MINUTES),
                name="effort_class_within_bounds",
            ),
        ]


class ActCode(models.TextChoices):
    """What the system counts of the work for one resident (CW-6)."""

    CALL = "gesprek-telefoon", "Inwoner aan de telefoon gesproken"
    TRY = "belpoging", "Gebeld, niet gesproken"
    HOME_TALK = "huisbezoek", "Keukentafelgesprek thuis"
    TALK = "gesprek", "Keukentafelgesprek op een andere plek"
    NOTE = "dossiernotitie", "Contact of notitie in een dossier"
    WAAKVLAM = "waakvlamcontact", "Waakvlamcontact"
    OUTREACH = "outreach", "Poging om iemand te bereiken"


class EffortEstimate(ReferenceModel):
    """How long one act for one resident takes on average, and why so; ``code`` is an ``ActCode``.

    An estimate for comparing teams and months, never for judging somebody (WRK-1, CW-6).
    """

    extra_columns = ("minutes", "reason")

    minutes = models.PositiveSmallIntegerField("minuten")
    reason = models.CharField("waarom zoveel", max_length=REASON_LENGTH)

    class Meta(ReferenceModel.Meta):
        verbose_name = "geschatte tijd per handeling"
        verbose_name_plural = "geschatte tijden per handeling"
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gte=0, minutes__lte=MOST_MINUTES),
                name="effort_estimate_within_bounds",
            ),
        ]
