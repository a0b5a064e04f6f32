"""Facts that hold from one day until another; what has ended stays as history (CLU-1)."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q


class PeriodQuerySet(models.QuerySet[Any]):
    """Rows with a first day and perhaps a last day."""

    def valid_on(self, day: date) -> Self:
        """Rows that hold on ``day``; first and last day included."""
        return self.filter(valid_q(day))


def valid_q(day: date, prefix: str = "") -> Q:
    """The condition that a row reached through ``prefix`` holds on ``day``."""
    begun = Q(**{f"{prefix}valid_from__lte": day})
    open_end = Q(**{f"{prefix}valid_until__isnull": True})
    return begun & (open_end | Q(**{f"{prefix}valid_until__gte": day}))


class PeriodModel(models.Model):
    """A row that holds from ``valid_from`` up to and including ``valid_until`` (or still)."""

    valid_from = models.DateField("geldig vanaf")
    valid_until = models.DateField("geldig tot en met", null=True, blank=True)

    class Meta:
        abstract = True

    def holds_on(self, day: date) -> bool:
        """Whether this row holds on ``day``."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


def period_constraint(name: str) -> models.CheckConstraint:
    """A period does not end before it begins."""
    return models.CheckConstraint(
        condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")), name=name
    )
