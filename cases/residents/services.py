"""The acts on residents."""

from datetime import date

from django.db import transaction

from audit.services import record
from cases.residents.models import Resident
from clusters.models import User


@transaction.atomic
def create_resident(
    *,
    name: str,
    is_anonymous: bool,
    phone: str,
    postcode: str,
    house_number: int | None,
    house_suffix: str,
    birth_date: date | None,
    by: User,
) -> Resident:
    """Keep what the caller told about themselves, in the form in which it is used.

    ``phone`` is E.164, ``postcode`` six characters without a space; both come from the fields
    in ``cases.residents.forms``.

    Rules: INW-1 (an anonymous caller has no name here).
    Raises: nothing of its own; the caller's act has checked the grant.
    Effects: audit line.
    """
    resident = Resident.objects.create(
        name="" if is_anonymous else name,
        is_anonymous=is_anonymous,
        phone=phone,
        postcode=postcode,
        house_number=house_number,
        house_suffix=house_suffix,
        birth_date=birth_date,
    )
    record("resident.created", resident, by=by)
    return resident


@transaction.atomic
def change_phone(*, resident_id: int, phone: str, by: User) -> Resident:
    """Keep another number for a resident, because the old one does not reach them.

    ``phone`` is E.164.

    Rules: INW-2 (a wrong number is replaced, not kept beside the right one).
    Raises: nothing of its own; the caller's act has checked the grant.
    Effects: audit line.
    """
    resident = Resident.objects.select_for_update().get(pk=resident_id)
    resident.phone = phone
    resident.save(update_fields=["phone"])
    record("resident.changed", resident, by=by, fields=["phone"])
    return resident
