"""Finds a resident one may open by what identifies somebody; no list to leaf through (IK-7, H6).

An exact BSN is enough. Otherwise the date of birth is asked, with three letters of the name or with
the address. It looks among the cards this employee may open and nowhere else, so that who is
unknown and who is out of scope give the same answer by the same query. A secret address is in no
column, so no address finds it.
"""

from dataclasses import dataclass

from django.db.models import QuerySet

from cases.residents.birthdays import BirthDate
from cases.residents.models import Resident, bsn_mark
from cases.residents.recognition import name_key
from clusters.models import User

FEWEST_LETTERS = 3
MOST_SHOWN = 10


@dataclass(frozen=True)
class Sought:
    """What is known of somebody: ``bsn`` nine digits, ``postcode`` 1315AA."""

    bsn: str = ""
    name: str = ""
    born: BirthDate | None = None
    postcode: str = ""
    house_number: int | None = None

    @property
    def words(self) -> list[str]:
        """The words of the name that tell people apart."""
        return name_key(self.name).split()

    @property
    def is_enough(self) -> bool:
        """Whether this points to one person rather than to a list."""
        if self.bsn:
            return True
        has_name = len("".join(self.words)) >= FEWEST_LETTERS
        has_address = bool(self.postcode) and self.house_number is not None
        return bool(self.born and self.born.year) and (has_name or has_address)


def search_residents(sought: Sought, user: User) -> QuerySet[Resident]:
    """At most ten residents whose card this employee may open; one query."""
    if not sought.is_enough:
        return Resident.objects.none()
    rows: QuerySet[Resident] = Resident.objects.openable_by(user)
    if sought.bsn:
        return rows.filter(residentbsn__mark=bsn_mark(sought.bsn))[:MOST_SHOWN]
    rows = _born(rows, sought.born)
    for word in sought.words:
        rows = rows.filter(search_key__contains=f" {word}")
    if sought.postcode:
        rows = rows.filter(postcode=sought.postcode)
    if sought.house_number is not None:
        rows = rows.filter(house_number=sought.house_number)
    return rows.order_by("name", "pk")[:MOST_SHOWN]


def _born(rows: QuerySet[Resident], born: BirthDate | None) -> QuerySet[Resident]:
    """Who can be born then: what is unknown on either side does not contradict."""
    if born is None:
        return rows
    rows = rows.filter(birth_year=born.year)
    if born.month:
        rows = rows.filter(birth_month__in=(0, born.month))
    return rows.filter(birth_day__in=(0, born.day)) if born.day else rows
