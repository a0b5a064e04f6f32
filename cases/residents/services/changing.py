"""Keeping what the team knows of a resident; two colleagues never undo each other unseen."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.permissions import GRANTS, Action
from cases.residents.birthdays import BirthDate
from cases.residents.models import ANONYMOUS, NAME_LENGTH, Resident, birth_parts
from cases.residents.names import Names
from cases.residents.services.people import SafeContact
from cases.residents.sounds import name_columns
from clusters.models import User
from common.errors import RuleViolation

WHILE_YOU_TYPED = "Een collega heeft deze gegevens intussen gewijzigd. U ziet allebei de teksten."


@dataclass(frozen=True)
class Particulars:
    """What the team keeps of a resident beside the names; ``told`` is the name as it was told.

    The address is empty for somebody whose address is secret; ``phone`` is E.164.
    """

    told: str = ""
    born: BirthDate | None = None
    phone: str = ""
    other_phone: str = ""
    email: str = ""
    postcode: str = ""
    house_number: int | None = None
    house_suffix: str = ""
    deceased_on: date | None = None
    moved_on: date | None = None


@transaction.atomic
def change_resident(
    *,
    resident_id: int,
    version: int,
    names: Names,
    particulars: Particulars,
    card: SafeContact,
    by: User,
) -> Resident:
    """Keep who somebody is and how they can be reached, as the team knows it now.

    Rules: IK-1 (a name of the BRP replaces what was told), IK-2 (a date of birth may be partly
        unknown, never in the future), IK-3 (an old form does not undo a newer text), INW-3 (no
        address beside a secret one), INW-4.
    Raises: RuleViolation for another version, no name, or dates that cannot be;
        PermissionDenied.
    Effects: one version on; audit line with the names of what changed; nothing when nothing did.
    """
    resident = Resident.objects.select_for_update().get(pk=resident_id)
    decision = GRANTS.require(by, Action.CHANGE_RESIDENT, resident)
    if resident.version != version:
        raise RuleViolation(WHILE_YOU_TYPED, field="version")
    wanted = _columns(resident, names, particulars) | vars(card)
    _refuse_impossible(particulars, timezone.localdate())
    changed = [name for name, value in wanted.items() if getattr(resident, name) != value]
    if not changed:
        return resident
    for name in changed:
        setattr(resident, name, wanted[name])
    resident.version += 1
    resident.save(update_fields=[*changed, "version"])
    record("resident.changed", resident, by=by, decision=decision, fields=changed)
    return resident


def _columns(resident: Resident, names: Names, told: Particulars) -> dict[str, Any]:
    """Every column of the form; the name follows from the BRP when that is known."""
    name = names.fitting(NAME_LENGTH) if names.are_known else told.told
    if not name and not resident.is_anonymous:
        text = f"Vul een naam in. Wie {ANONYMOUS.lower()} was, mag zonder naam blijven."
        raise RuleViolation(text, field="family_name")
    kept = {field.name: getattr(told, field.name) for field in fields(told)}
    born = kept.pop("born")
    kept.pop("told")
    if resident.address_secret:
        kept |= {"postcode": "", "house_number": None, "house_suffix": ""}
    mine = {"name": name, "is_anonymous": not name, **name_columns(name)}
    return kept | vars(names) | mine | birth_parts(born)


def _refuse_impossible(told: Particulars, today: date) -> None:
    """Somebody dies after birth and not tomorrow."""
    if told.deceased_on is None:
        return
    if told.deceased_on > today:
        raise RuleViolation("Deze dag moet nog komen.", field="deceased_on")
    if told.born and told.born.earliest and told.deceased_on < told.born.earliest:
        raise RuleViolation("Deze dag ligt voor de geboortedatum.", field="deceased_on")
