"""Keeping what a caller told, another number, and how somebody wants to be called."""

from dataclasses import dataclass, replace
from datetime import date, time

from django.db import transaction

from audit.services import record
from cases.residents.models import Resident, derived
from clusters.models import User

CARD_FIELDS = (
    "may_be_called",
    "voicemail_allowed",
    "hide_municipality",
    "hide_number",
    "call_from",
    "call_until",
    "language",
    "needs_interpreter",
)


@dataclass(frozen=True)
class SafeContact:
    """How a person can be called without harm; the hours are those of Amsterdam."""

    may_be_called: bool = True
    voicemail_allowed: bool = False
    hide_municipality: bool = False
    hide_number: bool = False
    call_from: time | None = None
    call_until: time | None = None
    language: str = ""
    needs_interpreter: bool = False


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
    address_secret: bool = False,
    card: SafeContact | None = None,
    by: User | None,
) -> Resident:
    """Keep what the caller told about themselves, in the form in which it is used.

    ``phone`` is E.164, ``postcode`` six characters without a space; both come from the fields
    in ``cases.residents.forms``.

    Rules: INW-1 (an anonymous caller has no name here), INW-3 (a secret address is not kept),
        INW-4 (what was said about calling this number safely goes on, the strictest first).
    Raises: nothing of its own; the caller's act has checked the grant.
    Effects: audit line.
    """
    resident = Resident.objects.create(
        name="" if is_anonymous else name,
        is_anonymous=is_anonymous,
        phone=phone,
        postcode="" if address_secret else postcode,
        house_number=None if address_secret else house_number,
        house_suffix="" if address_secret else house_suffix,
        address_secret=address_secret,
        **derived("" if is_anonymous else name, birth_date),
        **vars(_strictest(card or SafeContact(), phone)),
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
    resident.version += 1
    resident.save(update_fields=["phone", "version"])
    record("resident.changed", resident, by=by, fields=["phone"])
    return resident


@transaction.atomic
def change_safe_contact(*, resident_id: int, card: SafeContact, by: User) -> bool:
    """Keep how this person wants to be called from now on; returns whether anything changed.

    Rules: INW-4 (a card is of the person and changes only on purpose).
    Raises: nothing of its own; the caller's act has checked the grant.
    Effects: audit line with the names of what changed; nothing when nothing did.
    """
    resident = Resident.objects.select_for_update().get(pk=resident_id)
    wanted = vars(card)
    changed = [name for name in CARD_FIELDS if getattr(resident, name) != wanted[name]]
    if not changed:
        return False
    for name in changed:
        setattr(resident, name, wanted[name])
    resident.version += 1
    resident.save(update_fields=[*changed, "version"])
    record("resident.changed", resident, by=by, fields=changed)
    return True


def _strictest(card: SafeContact, phone: str) -> SafeContact:
    """``card``, and what anybody with this number asked before; it may not be forgotten (INW-4)."""
    if not phone:
        return card
    earlier = list(
        Resident.objects.filter(phone=phone)
        .order_by("-pk")
        .values("may_be_called", "hide_municipality", "hide_number", "call_from", "call_until")
    )
    hours = next((row for row in earlier if row["call_from"] is not None), None)
    if hours is not None and card.call_from is None:
        card = replace(card, call_from=hours["call_from"], call_until=hours["call_until"])
    return replace(
        card,
        may_be_called=card.may_be_called and all(row["may_be_called"] for row in earlier),
        hide_municipality=card.hide_municipality
        or any(row["hide_municipality"] for row in earlier),
        hide_number=card.hide_number or any(row["hide_number"] for row in earlier),
    )
