"""Keeping and opening what is encrypted: the BSN and a secret address (design 8)."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction

from audit.services import record
from cases.permissions import GRANTS, Action
from cases.residents.models import Resident
from cases.residents.models.sealed import (
    CannotOpenError,
    HiddenAddress,
    ResidentBsn,
    SecretAddress,
    bsn_mark,
)
from clusters.models import User
from common.errors import RuleViolation

IN_USE = (
    "Dit BSN is al vastgelegd bij een andere inwoner. Controleer het nummer. Klopt het, "
    "meld het dan bij de functioneel beheerder."
)
CLOSED = "Dit kan nu niet worden geopend. Meld het bij de functioneel beheerder."
CHANGED_CARD = (
    "Een collega heeft deze kaart intussen gewijzigd. Kijk op de kaart. Klopt dit? Bewaar opnieuw."
)
NOT_HERE = "Dit is niet vastgelegd."
ROUTE_FORGOTTEN = "geheim adres, niet bewaard"


@dataclass(frozen=True)
class Opened:
    """What was opened on a page, and nothing else."""

    bsn: str = ""
    address: HiddenAddress | None = None


@transaction.atomic
def change_bsn(*, resident_id: int, bsn: str, version: int | None = None, by: User) -> Resident:
    """Keep the BSN of a resident, another one, or none ("").

    ``bsn`` is nine digits that pass the 11-test; the form saw to that. ``version`` is that of the
    card on which the page was opened; None when there was no page.

    Rules: IK-3, IK-4 (closed in storage, one resident per number; who has it is not told: H5).
    Raises: RuleViolation when the number is in use or a colleague was first; PermissionDenied.
    Effects: the row is replaced; one version on; audit line without the number.
    """
    resident = Resident.objects.select_for_update().get(pk=resident_id)
    decision = GRANTS.require(by, Action.CHANGE_BSN, resident)
    had = ResidentBsn.objects.filter(pk=resident_id).first()
    if had is not None and had.mark == bsn_mark(bsn):
        return resident
    if version not in (None, resident.version):
        raise RuleViolation(CHANGED_CARD, field="version")
    ResidentBsn.objects.filter(pk=resident_id).delete()
    if bsn:
        try:
            with transaction.atomic():
                ResidentBsn.of(resident_id, bsn).save(force_insert=True)
        except IntegrityError:
            raise RuleViolation(IN_USE, field="bsn") from None
    _next_version(resident)
    record("resident.bsn_changed", resident, by=by, decision=decision, fields=["bsn"])
    return resident


@transaction.atomic
def open_bsn(*, resident_id: int, reason: str, by: User) -> Opened:
    """Read the whole BSN, for a reason that stays in the trail.

    Rules: IK-5 (own line per reveal, in the same transaction: no line, no number).
    Raises: RuleViolation when there is none or it does not open; PermissionDenied.
    Effects: audit line with the reason. The resident is locked by ``select_for_update``.
    """
    resident = Resident.objects.select_for_update().get(pk=resident_id)
    decision = GRANTS.require(by, Action.SHOW_BSN, resident)
    row = ResidentBsn.objects.filter(pk=resident_id).first()
    if row is None:
        raise RuleViolation(NOT_HERE)
    try:
        opened = Opened(bsn=row.number)
    except CannotOpenError:
        raise RuleViolation(CLOSED) from None
    record("resident.bsn_shown", resident, by=by, decision=decision, reason=reason)
    return opened


@transaction.atomic
def seal_address(
    *, resident_id: int, address: HiddenAddress, version: int | None = None, by: User
) -> Resident:
    """Keep an address closed, and forget where it stood in the open.

    ``version`` is that of the card on which the page was opened; None when there was no page.

    Rules: IK-3, IK-6 (only closed, only opened with a reason), INW-3.
    Raises: RuleViolation for another version with another address; PermissionDenied.
    Effects: no open address is left, nor a route that tells it; one version on; audit line.
    """
    resident = Resident.objects.select_for_update().get(pk=resident_id)
    decision = GRANTS.require(by, Action.CHANGE_HIDDEN_ADDRESS, resident)
    if version not in (None, resident.version):
        if _is_kept(resident_id, address):
            return resident
        raise RuleViolation(CHANGED_CARD, field="version")
    SecretAddress.objects.filter(pk=resident_id).delete()
    SecretAddress.of(resident_id, address).save(force_insert=True)
    resident.address_secret = True
    _set_open_address(resident, HiddenAddress("", None, "", address.ground))
    resident.callbacks.update(routing_reason=ROUTE_FORGOTTEN, neighbourhood=None)
    changed = ["address_secret", "postcode", "house_number", "house_suffix"]
    record("resident.address_sealed", resident, by=by, decision=decision, fields=changed)
    return resident


@transaction.atomic
def open_address(*, resident_id: int, reason: str, by: User) -> Opened:
    """Read a secret address, for a reason that stays in the trail.

    Rules: IK-5, IK-6.
    Raises: RuleViolation when there is none or it does not open; PermissionDenied.
    Effects: audit line with the reason. The resident is locked by ``select_for_update``.
    """
    resident = Resident.objects.select_for_update().get(pk=resident_id)
    decision = GRANTS.require(by, Action.SHOW_HIDDEN_ADDRESS, resident)
    opened = Opened(address=_address_of(resident_id))
    record("resident.address_shown", resident, by=by, decision=decision, reason=reason)
    return opened


@transaction.atomic
def lift_secrecy(*, resident_id: int, reason: str, by: User) -> Resident:
    """The address is no longer secret: it goes back to the open card.

    Rules: IK-6.
    Raises: RuleViolation when it is not secret or does not open; PermissionDenied.
    Effects: the closed block is gone; one version on; audit line with the reason.
    """
    resident = Resident.objects.select_for_update().get(pk=resident_id)
    decision = GRANTS.require(by, Action.CHANGE_HIDDEN_ADDRESS, resident)
    if not resident.address_secret:
        raise RuleViolation("Dit adres is niet geheim.")
    kept = SecretAddress.objects.filter(pk=resident_id).exists()
    address = _address_of(resident_id) if kept else HiddenAddress("", None, "", "")
    SecretAddress.objects.filter(pk=resident_id).delete()
    resident.address_secret = False
    _set_open_address(resident, address)
    record("resident.secrecy_lifted", resident, by=by, decision=decision, reason=reason)
    return resident


def _is_kept(resident_id: int, address: HiddenAddress) -> bool:
    """Whether this very address is closed already: a double click."""
    row = SecretAddress.objects.filter(pk=resident_id).first()
    try:
        return row is not None and row.address == address
    except CannotOpenError:
        return False


def _address_of(resident_id: int) -> HiddenAddress:
    row = SecretAddress.objects.filter(pk=resident_id).first()
    if row is None:
        raise RuleViolation(NOT_HERE)
    try:
        return row.address
    except CannotOpenError:
        raise RuleViolation(CLOSED) from None


def _set_open_address(resident: Resident, address: HiddenAddress) -> None:
    """What stands on the open card, and that a form opened before this is old."""
    resident.postcode, resident.house_suffix = address.postcode, address.house_suffix
    resident.house_number = address.house_number
    resident.version += 1
    columns = ["address_secret", "postcode", "house_number", "house_suffix", "version"]
    resident.save(update_fields=columns)


def _next_version(resident: Resident) -> None:
    resident.version += 1
    resident.save(update_fields=["version"])
