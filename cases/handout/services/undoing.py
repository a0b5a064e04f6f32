"""Take back what was handed out, for a day (UD-5)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.handout.locking import lock_all
from cases.handout.models import Fate, HandedPiece, HandOut
from cases.handout.movers import Passing, move
from cases.handout.pieces import ORDER, rows_of
from cases.permissions import GRANTS, Action
from cases.workload.people import carriers_of
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation

TOO_LATE = "Terugdraaien kan tot een dag na het uitdelen. Deel het werk opnieuw uit."
LEFT = "{} werkt niet meer in dit team en kan het werk niet terugkrijgen."


@transaction.atomic
def undo_hand_out(*, handout_id: int, by: User, at: datetime | None = None) -> HandOut:
    """Everything that is still with who got it goes back; what moved on stays where it is.

    Rules: UD-5 (for a day, once; only to somebody who still works in the team).
    Raises: RuleViolation when it is too late or the employee left; PermissionDenied; DoesNotExist
        out of scope.
    Effects: pieces go back by the acts of their rooms, the row locked by ``select_for_update``;
        what became of each is kept; audit line.
    """
    at = at or timezone.now()
    rows = HandOut.objects.visible_to(by).select_related("person", "team")
    handout = rows.select_for_update(of=("self",)).get(pk=handout_id)
    decision = GRANTS.require(by, Action.HAND_OUT_WORK)
    if handout.undone_at is not None:
        return handout
    if not handout.can_be_undone(at):
        raise RuleViolation(TOO_LATE)
    day = local_day(at)
    if not carriers_of(frozenset({handout.team_id}), day).filter(pk=handout.person_id).exists():
        raise RuleViolation(LEFT.format(handout.person))
    pieces = list(handout.pieces.select_related("to"))
    lock_all((piece.kind, piece.number) for piece in pieces)
    for piece in sorted(pieces, key=lambda each: (ORDER.index(each.kind), each.number)):
        piece.fate = _back(piece, handout, by, at)
        piece.save(update_fields=["fate"])
    handout.undone_at, handout.undone_by = at, by
    handout.save(update_fields=["undone_at", "undone_by"])
    record("work.taken_back", handout, by=by, decision=decision, fields=["undone_at"])
    return handout


def _back(piece: HandedPiece, handout: HandOut, by: User, at: datetime) -> Fate:
    """One piece goes back, unless somebody else has it by now or it is done."""
    if not rows_of(piece.kind, piece.to, handout.team).filter(pk=piece.number).exists():
        return Fate.MOVED_ON
    passing = Passing(piece.to, handout.person, by, at, "Het uitdelen is teruggedraaid.")
    try:
        with transaction.atomic():
            move(piece.kind, piece.number, passing)
    except RuleViolation:
        return Fate.MOVED_ON
    return Fate.BACK
