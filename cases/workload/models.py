"""How much a piece of work weighs: a list that the municipality keeps, with the reason of each."""

from django.db import models
from django.db.models import Q

from common.reference import ReferenceModel

HEAVIEST = 100
REASON_LENGTH = 200


class WeightCode(models.TextChoices):
    """What is weighed; how much it is stands in the table (WL-1)."""

    FILE_UNKNOWN = "dossier", "Dossier zonder complexiteit"
    FILE_SINGLE = "enkelvoudig", "Dossier: enkelvoudig"
    FILE_MULTIPLE = "meervoudig", "Dossier: meervoudig"
    FILE_COMPLEX = "complex", "Dossier: meervoudig complex"
    NEW = "nieuw", "Erbij in de eerste zes weken"
    HELP = "hulpverlening", "Erbij als het team hulp verleent"
    DIRECTION = "regie", "Erbij als het team de regie heeft"
    CALLBACK = "terugbellen", "Terugbelverzoek"
    NOTIFICATION = "melding", "Melding in onderzoek"
    NEAR_TERM = "termijn", "Erbij in de laatste twee weken van de termijn"
    APPLICATION = "aanvraag", "Aanvraag"
    TASK = "taak", "Taak"
    WAAKVLAM = "waakvlam", "Waakvlam"


class WorkloadWeight(ReferenceModel):
    """The weight of one sort of work in points, and why it is that; ``code`` is a ``WeightCode``.

    A weight is never negative: nobody gets less work by having more (the database refuses it).
    """

    extra_columns = ("amount", "reason")

    amount = models.PositiveSmallIntegerField("punten")
    reason = models.CharField("waarom zoveel", max_length=REASON_LENGTH)

    class Meta(ReferenceModel.Meta):
        verbose_name = "gewicht van de werklast"
        verbose_name_plural = "gewichten van de werklast"
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gte=0, amount__lte=HEAVIEST), name="weight_within_bounds"
            ),
        ]
