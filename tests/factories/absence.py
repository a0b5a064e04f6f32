"""Absence and working days, in the smallest valid record of each."""

from datetime import date
from typing import Any

import factory
from django.utils import timezone

from clusters.models import Absence, AbsenceKind, WorkPattern
from tests.factories.clusters import UserFactory


class AbsenceFactory(factory.django.DjangoModelFactory):
    """Away today, on holiday, entered by oneself."""

    class Meta:
        model = Absence

    employee = factory.SubFactory(UserFactory)
    kind = AbsenceKind.HOLIDAY
    first_day = factory.LazyFunction(timezone.localdate)
    last_day = factory.SelfAttribute("first_day")
    entered_at = factory.LazyFunction(timezone.now)
    entered_by = factory.SelfAttribute("employee")


class WorkPatternFactory(factory.django.DjangoModelFactory):
    """Monday and Tuesday."""

    class Meta:
        model = WorkPattern

    employee = factory.SubFactory(UserFactory)
    weekdays = "01"
    valid_from = date(2020, 1, 1)


def away(person: Any, first: date, last: date | None = None, **own: Any) -> Absence:
    """An absence of this person on these days."""
    made: Absence = AbsenceFactory(employee=person, first_day=first, last_day=last or first, **own)
    return made
