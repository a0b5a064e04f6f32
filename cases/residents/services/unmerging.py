"""For a day a merge can be undone; after that what was kept for it is thrown away (SV-6, SV-7)."""

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import OperationalError, transaction
from django.utils import timezone

from audit.services import record
from cases.permissions import GRANTS, Action
from cases.residents import moving
from cases.residents.models import Resident, ResidentBsn, ResidentMerge, SecretAddress
from cases.residents.models.sealed import CannotOpenError
from cases.residents.relations import moved
from cases.residents.services.merging import BUSY
from cases.residents.services.sealed import CLOSED, IN_USE
from clusters.models import User
from common.errors import RuleViolation

TOO_LATE = "De dag waarin dit ongedaan kon is voorbij. Meld het bij de functioneel beheerder."
DONE = "Dit is al ongedaan gemaakt."
MERGED_AGAIN = "De kaart die bleef is daarna zelf samengevoegd. Maak dat eerst ongedaan."


@transaction.atomic
def undo_merge(*, merge_id: uuid.UUID, by: User) -> bool:
    """Put two merged cards apart; returns whether the card that stayed has its old values back.

    Rules: SV-6 (within a day, by who merged; what moved goes back, what came after stays, unless
        it is part of what goes back; a card that changed since keeps what is newer).
    Raises: RuleViolation when it is too late, done already, or merged again; PermissionDenied.
    Effects: both cards one version on; a line in the trail of each, naming the other.
    """
    try:
        with transaction.atomic():
            return _undo(merge_id, by)
    except OperationalError:
        raise RuleViolation(BUSY) from None


def _undo(merge_id: uuid.UUID, by: User) -> bool:
    merge = ResidentMerge.objects.get(pk=merge_id)
    both = moving.lock_both(merge.winner_id, merge.loser_id)
    merge = ResidentMerge.objects.select_for_update().get(pk=merge_id)
    winner, loser = both[merge.winner_id], both[merge.loser_id]
    _refuse(merge, winner)
    decision = GRANTS.require(by, Action.UNDO_MERGE, merge)
    before = _before(merge)
    unchanged = winner.version == merge.winner_version
    moving.move_back(before["moved"], from_id=winner.pk, to_id=loser.pk)
    _put_back_sealed(before["sealed"], winner, loser, unchanged=unchanged)
    _write(loser, before["columns"]["loser"] | {"merged_into": None})
    _write(winner, before["columns"]["winner"] if unchanged else {})
    if unchanged:
        _open_the_one_before(before["version"], winner)
    for resident in (winner, loser):
        moving.restore_routes(before["routes"], resident)
    merge.undone_at, merge.content = timezone.now(), b""
    merge.save(update_fields=["undone_at", "content"])
    told: dict[str, Any] = {"by": by, "decision": decision}
    record("resident.unmerged", winner, also=[loser.pk], **told)
    record("resident.restored", loser, also=[winner.pk], **told)
    return unchanged


@transaction.atomic
def tidy_merges(*, at: datetime) -> int:
    """Throw away what was kept of merges older than a day, and move what came late.

    Work that was being written down while the cards were merged may have landed on the card that
    went; it follows, and is among what goes back when the merge is undone.

    Rules: SV-2, SV-7. A second run, or a second worker at the same time, finds nothing to do.
    Effects: contents emptied; rows moved, with a line in the trail. Returns how many of both.
    """
    over = ResidentMerge.objects.filter(undo_until__lte=at).exclude(content=b"")
    forgotten = over.update(content=b"")
    late = {pk for link in moved() for pk in _late(link)}
    return forgotten + sum(_gather(loser_id) for loser_id in sorted(late))


def _late(link: Any) -> list[int]:
    rows = link.left_behind().order_by()
    return list(rows.values_list(link.field.attname, flat=True).distinct())


@transaction.atomic
def _gather(loser_id: int) -> int:
    """Move what came to a card after it went."""
    target = Resident.objects.values_list("merged_into_id", flat=True).get(pk=loser_id)
    both = moving.lock_both(loser_id, target) if target else {}
    if not both or both[loser_id].merged_into_id != target:
        return 0  # undone, or moved on, a moment ago: the next run sees what is left
    rows = moving.move_all(from_id=loser_id, to_id=target)
    merge = ResidentMerge.objects.select_for_update().filter(loser_id=loser_id, undone_at=None)
    for each in merge.exclude(content=b""):
        before = each.before()
        for key, numbers in rows.items():
            before["moved"].setdefault(key, []).extend(numbers)
        each.keep(before)
        each.save(update_fields=["content"])
    record("resident.gathered", both[target], also=[loser_id], by=None)
    return sum(len(numbers) for numbers in rows.values())


def _refuse(merge: ResidentMerge, winner: Resident) -> None:
    """Whether it can still be undone."""
    if merge.undone_at is not None:
        raise RuleViolation(DONE)
    if merge.undo_until <= timezone.now() or not merge.content:
        raise RuleViolation(TOO_LATE)
    if winner.merged_into_id:
        raise RuleViolation(MERGED_AGAIN)


def _open_the_one_before(version: int, winner: Resident) -> None:
    """The card is as the merge before this one left it: that one can put its values back too."""
    last = winner.merges.undoable(timezone.now()).filter(winner_version=version)
    last.order_by().update(winner_version=winner.version)


def _before(merge: ResidentMerge) -> dict[str, Any]:
    try:
        return merge.before()
    except CannotOpenError:
        raise RuleViolation(CLOSED) from None


def _put_back_sealed(
    kept: dict[str, Any], winner: Resident, loser: Resident, *, unchanged: bool
) -> None:
    """A BSN that came along goes back to whom it was of; so does a secret address."""
    number = kept["loser"]["ResidentBsn"]
    if number is not None:
        ResidentBsn.objects.filter(pk=winner.pk, mark=number["mark"]).delete()
        if ResidentBsn.objects.filter(mark=number["mark"]).exists():
            raise RuleViolation(IN_USE)
    moving.put_sealed(ResidentBsn, loser.pk, number)
    moving.put_sealed(SecretAddress, loser.pk, kept["loser"]["SecretAddress"])
    if unchanged:
        for model in moving.SEALED:
            moving.put_sealed(model, winner.pk, kept["winner"][model.__name__])


def _write(resident: Resident, columns: Mapping[str, Any]) -> None:
    """Keep these columns, which came from text; one version on."""
    for name, value in columns.items():
        field = resident._meta.get_field(name)
        setattr(resident, field.attname, field.to_python(value))  # type: ignore[union-attr]
    resident.version += 1
    resident.save(update_fields=[*columns, "version"])
