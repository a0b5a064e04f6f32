"""How long an answer may take, per kind of question (AV-6)."""

from datetime import datetime

from django.db import models

from clusters.models import working_calendar
from common.reference import ReferenceModel


class AdviceKind(models.TextChoices):
    """What is asked of somebody: the three goals that are counted (DIF-3)."""

    CONSULT = "consult", "Meedenken over deze vraag"
    VISIT = "visit", "Samen op huisbezoek"
    TRAINING = "training", "Kennis delen met het team"


class AdviceNorm(ReferenceModel):
    """Within how many working days an answer is expected; ``code`` is an ``AdviceKind``."""

    extra_columns = ("amount",)

    amount = models.PositiveSmallIntegerField("aantal werkdagen")

    class Meta(ReferenceModel.Meta):
        verbose_name = "norm voor adviesvragen"
        verbose_name_plural = "normen voor adviesvragen"


def answer_due(kind: str, start: datetime) -> datetime:
    """When a question should have its answer: closing time of the last working day."""
    days = AdviceNorm.objects.get(code=kind).amount
    return working_calendar().add_days(start, days)
