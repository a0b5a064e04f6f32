"""Cover, in the smallest valid record."""

from datetime import date
from typing import Any

import factory
from django.utils import timezone

from clusters.models import Cover
from tests.factories.clusters import UserFactory


class CoverFactory(factory.django.DjangoModelFactory):
    """For today, arranged by the employee."""

    class Meta:
        model = Cover

    employee = factory.SubFactory(UserFactory)
    deputy = factory.SubFactory(UserFactory)
    first_day = factory.LazyFunction(timezone.localdate)
    last_day = factory.SelfAttribute("first_day")
    arranged_at = factory.LazyFunction(timezone.now)
    arranged_by = factory.SelfAttribute("employee")


def covered(person: Any, deputy: Any, first: date, last: date | None = None, **own: Any) -> Cover:
    """This person by this deputy on these days."""
    facts = {"first_day": first, "last_day": last or first, **own}
    made: Cover = CoverFactory(employee=person, deputy=deputy, **facts)
    return made
