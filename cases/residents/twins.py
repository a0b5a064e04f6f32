"""Who may be the same person: shown before saving, among the cards one may open (IK-10, H5, H6).

By telephone number; by date of birth with the same surname or one that sounds like it; by a whole
name that sounds the same with nearly the same date of birth or the same postcode. A BSN needs no
warning: the database refuses a second one.
"""

from dataclasses import dataclass
from typing import Self

from django.db.models import Q, QuerySet

from cases.residents.birthdays import BirthDate
from cases.residents.models import Resident
from cases.residents.recognition import name_key
from cases.residents.sounds import sound_key
from clusters.models import User

MOST = 5
YEARS_OFF = 10
"""With the day and month right, a year further away is somebody else."""


@dataclass(frozen=True)
class Told:
    """What a card or a form says by which people are told apart."""

    name: str
    phones: tuple[str, ...]
    born: BirthDate | None
    postcode: str = ""

    @classmethod
    def of(cls, resident: Resident) -> Self:
        """What the card says now."""
        numbers = (resident.phone, resident.other_phone)
        phones = tuple(number for number in numbers if number)
        return cls(resident.name, phones, resident.born, resident.postcode)

    def beside(self, known: Self) -> Self:
        """Only what ``known`` did not say yet: an old likeness was asked about before."""
        phones = tuple(phone for phone in self.phones if phone not in known.phones)
        facts = (self.name, self.born, self.postcode)
        if facts == (known.name, known.born, known.postcode):
            return type(self)("", phones, None)
        return type(self)(self.name, phones, self.born, self.postcode)


def possible_twins(resident: Resident, told: Told, user: User) -> QuerySet[Resident]:
    """Others with what is new in this form; nothing when nothing of it is new. One query."""
    return _among(_same(told.beside(Told.of(resident))), resident, user)


def twins_of(resident: Resident, user: User) -> QuerySet[Resident]:
    """Others who look like this card (SV-1). One query."""
    return _among(_same(Told.of(resident)), resident, user)


def _same(told: Told) -> Q:
    """Who fits; empty when there is nothing to go by."""
    same = Q()
    if told.phones:
        same |= Q(phone__in=told.phones) | Q(other_phone__in=told.phones)
    words, sounds = name_key(told.name).split(), sound_key(told.name).split()
    if not words:
        return same
    if told.born is not None and told.born.year:
        surname = Q(search_key__contains=f" {words[-1]}")
        surname |= Q(sound_key=sounds[0]) | Q(sound_key__startswith=f"{sounds[0]} ")
        same |= surname & _born(told.born)
    if len(sounds) > 1:
        near = _nearly_born(told.born) if told.born is not None else Q()
        near |= Q(postcode=told.postcode) if told.postcode else Q()
        same |= Q(sound_key=" ".join(sounds)) & near if near else Q()
    return same


def _born(born: BirthDate) -> Q:
    return Q(birth_year=born.year, birth_month=born.month, birth_day=born.day)


def _nearly_born(born: BirthDate) -> Q:
    """One of the three parts was misheard, or day and month changed places."""
    year, month, day = born.year, born.month, born.day
    if not day:
        return Q()
    years = (year - YEARS_OFF, year + YEARS_OFF)
    return (
        Q(birth_year=year, birth_month=month)
        | Q(birth_year=year, birth_day=day)
        | Q(birth_year=year, birth_month=day, birth_day=month)
        | Q(birth_month=month, birth_day=day, birth_year__range=years)
    )


def _among(same: Q, resident: Resident, user: User) -> QuerySet[Resident]:
    """Who fits among whom one may open; nobody when there is nothing to go by."""
    if not same:
        return Resident.objects.none()
    rows: QuerySet[Resident] = Resident.objects.openable_by(user)
    return rows.filter(same).exclude(pk=resident.pk).order_by("pk")[:MOST]
