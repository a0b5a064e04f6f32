"""Two cards of one person become one (SV-1 to SV-5)."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import IntegrityError, OperationalError, transaction
from django.utils import timezone

from audit.services import record
from cases.permissions import GRANTS, Action
from cases.residents import moving
from cases.residents.comparing import LOSER, NOTHING, all_columns, merged_columns
from cases.residents.models import Resident, ResidentBsn, ResidentMerge, SecretAddress
from cases.residents.models.sealed import CannotOpenError
from cases.residents.services.changing import WHILE_YOU_TYPED
from cases.residents.services.sealed import CLOSED
from clusters.models import User
from common.access import Decision
from common.errors import RuleViolation

ALREADY = (
    "Een collega heeft een van deze kaarten intussen al samengevoegd. Zoek de inwoner opnieuw."
)
TWO_NUMBERS = (
    "Op deze kaarten staan twee verschillende BSN's. Dat zijn twee mensen, of een van de nummers "
    "is fout. Haal eerst het foute nummer weg."
)
BUSY = "Een collega werkt nu aan een van deze kaarten. Probeer het zo opnieuw."
IN_THE_WAY = "Er hangt iets aan deze kaarten dat niet samen kan. Meld het de functioneel beheerder."
CLOSED_ADDRESS = "address"


@dataclass(frozen=True)
class Pair:
    """The card that stays and the card that goes, both locked."""

    winner: Resident
    loser: Resident


@transaction.atomic
def merge_residents(
    *,
    winner_id: int,
    loser_id: int,
    versions: tuple[int, int],
    submission_key: uuid.UUID,
    picks: Mapping[str, str],
    reason: str,
    by: User,
) -> ResidentMerge:
    """Make one card of two; ``picks`` says per part whose value stays, ``versions`` what was seen.

    Rules: SV-1 (only who may open both), SV-2 (everything moves), SV-3 (the strictest stays, a
        secret address always), SV-4 (two numbers are two people), SV-5 (the card that goes is
        empty and points to the other), IK-3 (an old form merges nothing).
    Raises: RuleViolation; PermissionDenied. Sent twice is one merge.
    Effects: both cards one version on; a line in the trail of each, naming the other; what is
        needed to undo it is kept closed for a day.
    """
    try:
        with transaction.atomic():
            pair = _locked(winner_id, loser_id)
            earlier = ResidentMerge.objects.filter(pk=submission_key, by=by).first()
            if earlier is not None and earlier.loser_id == loser_id:
                return earlier
            decision = _allowed(pair, versions, by)
            merge = _merge(pair, picks, submission_key, by)
            told: dict[str, Any] = {"by": by, "decision": decision, "reason": reason}
            record("resident.merged", pair.winner, also=[loser_id], **told)
            record("resident.merged_away", pair.loser, also=[winner_id], **told)
            return merge
    except IntegrityError:
        raise RuleViolation(IN_THE_WAY) from None
    except OperationalError:
        raise RuleViolation(BUSY) from None


def _locked(winner_id: int, loser_id: int) -> Pair:
    """Both cards, locked in the order of their numbers."""
    if winner_id == loser_id:
        raise RuleViolation("Dit is twee keer dezelfde kaart.")
    moving.lock_both(winner_id, loser_id)
    both = Resident.objects.select_for_update().in_bulk([winner_id, loser_id])
    return Pair(both[winner_id], both[loser_id])


def _allowed(pair: Pair, versions: tuple[int, int], by: User) -> Decision:
    """Whether these two may become one now."""
    if pair.winner.merged_into_id or pair.loser.merged_into_id:
        raise RuleViolation(ALREADY)
    decision = GRANTS.require(by, Action.MERGE_RESIDENTS, pair.winner)
    GRANTS.require(by, Action.MERGE_RESIDENTS, pair.loser)
    if (pair.winner.version, pair.loser.version) != versions:
        raise RuleViolation(WHILE_YOU_TYPED, field="version")
    if ResidentBsn.objects.filter(pk__in=[pair.winner.pk, pair.loser.pk]).count() > 1:
        raise RuleViolation(TWO_NUMBERS)
    return decision


def _merge(
    pair: Pair, picks: Mapping[str, str], submission_key: uuid.UUID, by: User
) -> ResidentMerge:
    """Everything of one card goes to the other, and how it was is kept closed."""
    winner, loser = pair.winner, pair.loser
    before: dict[str, Any] = {
        "version": winner.version,
        "columns": {"winner": all_columns(winner), "loser": all_columns(loser)},
        "sealed": {
            "winner": moving.sealed_of(winner.pk),
            "loser": moving.sealed_of(loser.pk),
        },
    }
    columns = merged_columns(winner, loser, picks)
    _combine_sealed(pair, picks)
    before["moved"] = moving.move_all(from_id=loser.pk, to_id=winner.pk)
    _write(loser, NOTHING | {"merged_into": winner})
    _write(winner, columns)
    before["routes"] = moving.forget_routes(winner.pk) if winner.address_secret else {}
    now = timezone.now()
    merge = ResidentMerge(
        pk=submission_key, winner=winner, loser=loser, by=by, at=now, winner_version=winner.version
    )
    merge.undo_until = now + timedelta(hours=settings.MERGE_UNDO_HOURS)
    merge.keep(before)
    merge.save(force_insert=True)
    return merge


def _combine_sealed(pair: Pair, picks: Mapping[str, str]) -> None:
    """What is kept closed is closed again in the row of the card that stays: it opens there only.

    A secret address that was chosen takes the place of the other, and so does the only one.
    """
    winner, loser = pair.winner.pk, pair.loser.pk
    number = ResidentBsn.objects.filter(pk=loser).first()
    address = SecretAddress.objects.filter(pk=loser).first()
    try:
        if number is not None:
            digits = number.number
            number.delete()
            ResidentBsn.of(winner, digits).save(force_insert=True)
        if address is not None:
            has_one = SecretAddress.objects.filter(pk=winner).exists()
            place = address.address
            address.delete()
            if picks.get(CLOSED_ADDRESS) == LOSER or not has_one:
                SecretAddress.objects.filter(pk=winner).delete()
                SecretAddress.of(winner, place).save(force_insert=True)
    except CannotOpenError:
        raise RuleViolation(CLOSED) from None


def _write(resident: Resident, columns: Mapping[str, object]) -> None:
    """Keep these columns; one version on."""
    for name, value in columns.items():
        setattr(resident, name, value)
    resident.version += 1
    resident.save(update_fields=[*columns, "version"])
