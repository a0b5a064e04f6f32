"""Who ends up with the work when a deputy has a deputy: at most three links, no circle (WN-6).

In memory; one query for all covers of a period.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from clusters.cover.models import Cover
from common.deadlines import ONE_DAY

MOST_LINKS = 3


@dataclass(frozen=True)
class Chains:
    """The covers of a period, by employee and by deputy."""

    covers: list[Cover]

    def deputy_of(self, person_id: int, day: date) -> int | None:
        """Who covers for somebody on ``day``; None when nobody does."""
        found = (each for each in self._on(day) if each.employee_id == person_id)
        return next((each.deputy_id for each in found), None)

    def after(self, person_id: int, day: date) -> list[int]:
        """The deputies in a row that follow ``person_id`` on ``day``."""
        found: list[int] = []
        deputy = self.deputy_of(person_id, day)
        while deputy is not None and deputy not in found:
            found.append(deputy)
            deputy = self.deputy_of(deputy, day)
        return found

    def links_before(self, person_id: int, day: date) -> int:
        """How many covers in a row lead to ``person_id`` on ``day``, along the longest way."""
        before = defaultdict(list)
        for each in self._on(day):
            before[each.deputy_id].append(each.employee_id)
        links, people = 0, before[person_id]
        while people and links <= MOST_LINKS:
            links += 1
            people = [further for each in people for further in before[each]]
        return links

    def _on(self, day: date) -> list[Cover]:
        return [each for each in self.covers if each.first_day <= day <= each.last_day]


def chains_of(first: date, last: date) -> Chains:
    """All covers that touch the period; one query."""
    return Chains(list(Cover.objects.counting().touching(first, last)))


def days_of(first: date, last: date) -> Iterator[date]:
    """Every day of a period."""
    return (first + number * ONE_DAY for number in range((last - first).days + 1))
