"""A colleague to choose: whoever is away today is named with the day until which (AF-11).

The day comes along in the query of the choices, so that a list costs no query more.
"""

from datetime import date
from typing import Any

from django import forms
from django.db.models import OuterRef, QuerySet, Subquery
from django.forms.models import ModelChoiceIterator
from django.utils import timezone

from clusters.absence.models import Absence, DayHalf
from common.dutch_dates import day_month


def with_absence(rows: QuerySet[Any], day: date, person: str = "pk") -> QuerySet[Any]:
    """The same rows, each knowing until when its person is away on ``day``, as ``away_until``."""
    away = Absence.objects.counting().touching(day, day)
    away = away.filter(employee=OuterRef(person), half=DayHalf.WHOLE).order_by("-last_day")
    return rows.annotate(away_until=Subquery(away.values("last_day")[:1]))


def away_text(row: Any) -> str:
    """What stands behind a name: " (afwezig t/m 4 december)", or nothing."""
    until = getattr(row, "away_until", None)
    return "" if until is None else f" (afwezig t/m {day_month(until)})"


class _ColleagueIterator(ModelChoiceIterator):
    """The choices, with the absence of each."""

    def __init__(self, field: Any) -> None:
        super().__init__(field)
        self.queryset = with_absence(field.queryset, timezone.localdate())


class ColleagueField(forms.ModelChoiceField):
    """One colleague."""

    iterator = _ColleagueIterator

    def label_from_instance(self, obj: Any) -> str:
        """The name, and until when this colleague is away."""
        return f"{obj}{away_text(obj)}"


class ColleaguesField(forms.ModelMultipleChoiceField):
    """More than one colleague."""

    iterator = _ColleagueIterator

    def label_from_instance(self, obj: Any) -> str:
        """The same."""
        return f"{obj}{away_text(obj)}"
