"""A colleague to choose: until when whoever is away (AF-11), and how much work they have (WL-7).

Both come along in the query of the choices, so that a list costs no query more.
"""

from datetime import date, datetime
from typing import Any

from django import forms
from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.forms.models import ModelChoiceIterator
from django.utils import timezone

from clusters.absence.models import MONDAY_TO_FRIDAY, Absence, DayHalf, WorkPattern
from clusters.people.load import load_of
from common.dutch_dates import day_month


def with_absence(rows: QuerySet[Any], day: date, person: str = "pk") -> QuerySet[Any]:
    """The same rows, each knowing until when its person is away on ``day``, as ``away_until``."""
    away = Absence.objects.counting().touching(day, day)
    away = away.filter(employee=OuterRef(person), half=DayHalf.WHOLE).order_by("-last_day")
    return rows.annotate(away_until=Subquery(away.values("last_day")[:1]))


def with_load(rows: QuerySet[Any], at: datetime, person: str = "pk") -> QuerySet[Any]:
    """The same rows, each knowing the ``load`` of its person and the ``weekdays`` they work."""
    load = load_of(person, at)
    if load is None:
        return rows
    day = timezone.localdate(at)
    pattern = WorkPattern.objects.valid_on(day).filter(employee=OuterRef(person))
    weekdays = Subquery(pattern.order_by("-valid_from").values("weekdays")[:1])
    return rows.annotate(load=load, weekdays=Coalesce(weekdays, Value(MONDAY_TO_FRIDAY)))


def away_text(row: Any) -> str:
    """What stands behind a name: " (afwezig t/m 4 december, werklast 34)", or nothing."""
    until = getattr(row, "away_until", None)
    known = [] if until is None else [f"afwezig t/m {day_month(until)}"]
    if getattr(row, "load", None) is not None:
        known.append(f"werklast {row.load}{_days_text(len(row.weekdays))}")
    return f" ({', '.join(known)})" if known else ""


def _days_text(days: int) -> str:
    """For who does not work the whole week: a load says little without it."""
    if days >= len(MONDAY_TO_FRIDAY):
        return ""
    return " op 1 dag" if days == 1 else f" op {days} dagen"


class _ColleagueIterator(ModelChoiceIterator):
    """The choices, with the absence of each."""

    def __init__(self, field: Any) -> None:
        super().__init__(field)
        self.queryset = with_absence(field.queryset, timezone.localdate())
        if field.shows_load:
            self.queryset = with_load(self.queryset, timezone.now())


class ColleagueField(forms.ModelChoiceField):
    """One colleague; ``shows_load`` where work is handed out."""

    iterator = _ColleagueIterator
    shows_load = False

    def __init__(self, *args: Any, shows_load: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.shows_load = shows_load

    def label_from_instance(self, obj: Any) -> str:
        """The name, and until when this colleague is away."""
        return f"{obj}{away_text(obj)}"


class ColleaguesField(forms.ModelMultipleChoiceField):
    """More than one colleague."""

    iterator = _ColleagueIterator
    shows_load = False

    def label_from_instance(self, obj: Any) -> str:
        """The same."""
        return f"{obj}{away_text(obj)}"
