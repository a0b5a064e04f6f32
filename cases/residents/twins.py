"""Who may be the same person: shown before saving, among the cards one may open (H5, H6).

By telephone number, or by surname and date of birth. A BSN needs no warning: the database refuses
a second one.
"""

from django.db.models import Q, QuerySet

from cases.residents.birthdays import BirthDate
from cases.residents.models import Resident
from cases.residents.recognition import name_key
from clusters.models import User

MOST = 5


def possible_twins(
    resident: Resident, *, name: str, phone: str, born: BirthDate | None, user: User
) -> QuerySet[Resident]:
    """Others with what is new in this form; nothing when nothing of it is new. One query."""
    same = Q()
    if phone and phone != resident.phone:
        same |= Q(phone=phone)
    words = name_key(name).split()
    is_new = born != resident.born or name != resident.name
    if is_new and words and born is not None and born.year:
        parts = {"birth_year": born.year, "birth_month": born.month, "birth_day": born.day}
        same |= Q(search_key__contains=f" {words[-1]}", **parts)
    return _among(same, resident, user)


def twins_of(resident: Resident, user: User) -> QuerySet[Resident]:
    """Others with the number of this card, or its surname and date of birth (SV-1). One query."""
    same, born = Q(), resident.born
    numbers = [number for number in (resident.phone, resident.other_phone) if number]
    if numbers:
        same |= Q(phone__in=numbers) | Q(other_phone__in=numbers)
    words = name_key(resident.name).split()
    if words and born is not None and born.year:
        parts = {"birth_year": born.year, "birth_month": born.month, "birth_day": born.day}
        same |= Q(search_key__contains=f" {words[-1]}", **parts)
    return _among(same, resident, user)


def _among(same: Q, resident: Resident, user: User) -> QuerySet[Resident]:
    """Who fits among whom one may open; nobody when there is nothing to go by."""
    if not same:
        return Resident.objects.none()
    rows: QuerySet[Resident] = Resident.objects.openable_by(user)
    return rows.filter(same).exclude(pk=resident.pk).order_by("pk")[:MOST]
