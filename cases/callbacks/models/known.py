"""The caller's own requests, found after two verifying facts; never a search for a person (H6).

The first fact says where to look: the number they are called on, the postcode, or the number of
the request. The second says that it is them: the birth date or the name. Nothing that was told
may contradict what is known. With less there is nothing to be seen, whoever it is.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q

from cases.callbacks.lifecycle import CallbackState
from cases.callbacks.models.requests import CallbackQuerySet, CallbackRequest
from cases.residents.recognition import name_key, same_name

STILL_TOLD = timedelta(days=14)
"""How long after its end a request is still told about."""
MOST_TOLD = 10


@dataclass(frozen=True)
class Facts:
    """What a caller told: ``phone`` E.164, ``postcode`` 1315AA, ``number`` of TB-000123."""

    phone: str = ""
    postcode: str = ""
    number: int | None = None
    birth_date: date | None = None
    name: str = ""

    @property
    def are_enough(self) -> bool:
        """Whether two verifying facts were told."""
        where = self.phone or self.postcode or self.number
        return bool(where) and bool(self.birth_date or name_key(self.name))

    def fit(self, known_name: str, known_birth_date: date | None) -> bool:
        """Whether the second fact fits a person, and nothing told contradicts them."""
        fits = []
        if self.birth_date and known_birth_date:
            fits.append(self.birth_date == known_birth_date)
        if name_key(self.name) and known_name:
            fits.append(same_name(self.name, known_name))
        return bool(fits) and all(fits)


def known_requests(facts: Facts, at: datetime) -> CallbackQuerySet:
    """The requests of the caller who told these facts: open, or ended in the last fourteen days.

    Empty without two facts. One query for the candidates, whose rows nobody sees; the answer is
    a second one.
    """
    if not facts.are_enough:
        return CallbackRequest.objects.none()
    rows = _candidates(facts, at).values_list("pk", "resident__name", "resident__birth_date")
    fitting = [pk for pk, name, birth_date in rows if facts.fit(name, birth_date)]
    return CallbackRequest.objects.filter(pk__in=fitting[:MOST_TOLD]).for_status()


def _candidates(facts: Facts, at: datetime) -> Any:
    """Requests to which the first fact points, newest first."""
    where = Q()
    if facts.phone:
        where |= Q(resident__phone=facts.phone)
    if facts.postcode:
        where |= Q(resident__postcode=facts.postcode)
    if facts.number:
        where |= Q(pk=facts.number)
    running = ~Q(state=CallbackState.CLOSED) | Q(closed_at__gte=at - STILL_TOLD)
    return CallbackRequest.objects.filter(where, running).order_by("-registered_at", "-pk")
