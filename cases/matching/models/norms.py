"""How long an answer may take, and when somebody asks whether the volunteer came (MV-4, MV-10)."""

from datetime import date, datetime, timedelta

from django.db import models

from clusters.models import working_calendar
from common.reference import ReferenceModel


class NormCode(models.TextChoices):
    """Which norm; how much it is stands in the table."""

    ANSWER = "antwoord", "Antwoord: werkdagen na de vraag"
    ARRIVAL = "aangekomen", "Nagaan of het liep: dagen na de match"


class MatchNorm(ReferenceModel):
    """A service norm of match requests; ``code`` is a ``NormCode`` that says in which unit."""

    extra_columns = ("amount",)

    amount = models.PositiveSmallIntegerField("aantal")

    class Meta(ReferenceModel.Meta):
        verbose_name = "norm voor matches"
        verbose_name_plural = "normen voor matches"


def answer_due(start: datetime) -> datetime:
    """When a match request should have its answer: closing time of the last working day."""
    days = MatchNorm.objects.get(code=NormCode.ANSWER).amount
    return working_calendar().add_days(start, days)


def follow_up_day(matched_on: date, first_contact_on: date) -> date:
    """When somebody asks whether the volunteer came: never before the first contact."""
    days = MatchNorm.objects.get(code=NormCode.ARRIVAL).amount
    return max(matched_on + timedelta(days=days), first_contact_on)
