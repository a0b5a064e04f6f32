"""Lists the municipality keeps: the norms around a melding and the lines of its letter."""

from datetime import datetime, timedelta

from django.db import models

from common.deadlines import WorkCalendar
from common.reference import ReferenceModel


class NormCode(models.TextChoices):
    """Which norm; how much it is stands in the table."""

    URGENT = "spoed", "Spoed: klokuren na de melding"
    CONFIRMATION = "bevestiging", "Bevestiging: werkdagen na de melding"
    REMINDER = "herinnering", "Herinnering: kalenderdagen vóór het einde van de zes weken"


class IntakeNorm(ReferenceModel):
    """A service norm around a melding; ``code`` is a ``NormCode`` that says in which unit.

    The law says "onverwijld" (WMO 2.3.3); how many hours that is, is a norm of the municipality.
    """

    extra_columns = ("amount",)

    amount = models.PositiveSmallIntegerField("aantal")

    class Meta(ReferenceModel.Meta):
        verbose_name = "norm rond een melding"
        verbose_name_plural = "normen rond meldingen"


class LetterLine(ReferenceModel):
    """A line of the confirmation letter that differs per municipality: who sends it, where to call.

    ``code`` is the place in the letter.
    """

    class Meta(ReferenceModel.Meta):
        verbose_name = "regel van de bevestigingsbrief"
        verbose_name_plural = "regels van de bevestigingsbrief"


def confirmation_due(start: datetime, days: int, calendar: WorkCalendar) -> datetime:
    """When the confirmation should have gone out: closing time of the last working day."""
    return calendar.add_days(start, days)


def urgent_due(start: datetime, hours: int) -> datetime:
    """When a decision on temporary support should be there; clock hours, nights and weekends too.

    A term in hours is never lengthened (Algemene termijnenwet art. 4).
    """
    return start + timedelta(hours=hours)
