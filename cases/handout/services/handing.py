"""Hand out the work of one employee to colleagues, whole or not at all."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.handout.locking import lock_all
from cases.handout.models import HandedPiece, HandOut, Why
from cases.handout.movers import Passing, move
from cases.handout.pieces import ORDER, Piece, pieces_of
from cases.permissions import GRANTS, Action
from cases.workload.people import seen_by, teams_weighed_by
from clusters.models import Team, User
from common.deadlines import local_day
from common.errors import RuleViolation

NOTHING = "Kies bij minstens één stuk werk een collega."
CHANGED = "{} is intussen veranderd. Kijk opnieuw wat er ligt."


@transaction.atomic
def hand_out(
    *,
    submission_key: uuid.UUID,
    person_id: int,
    team_id: int,
    why: str,
    chosen: Mapping[str, int],
    by: User,
    at: datetime | None = None,
) -> HandOut:
    """Every chosen piece goes to the chosen colleague; what was not chosen stays.

    ``chosen`` is per key of a piece the number of a colleague.

    Rules: UD-1 (work of somebody of a team one steers, standing with that team), UD-3 (whole or
        not at all, sent twice is once, by the act of each room), UD-4 (no term moves).
    Raises: RuleViolation when nothing was chosen, a piece changed meanwhile or a colleague cannot
        have it, with the number of the piece; PermissionDenied; DoesNotExist out of scope.
    Effects: the pieces go over, each locked by ``select_for_update`` in one order, with their
        lines and notices; a row that can be undone for a day; audit line.
    """
    at = at or timezone.now()
    decision = GRANTS.require(by, Action.HAND_OUT_WORK)
    earlier = HandOut.objects.visible_to(by).filter(uuid=submission_key).first()
    if earlier is not None:
        return earlier
    team: Team = teams_weighed_by(by, local_day(at)).get(pk=team_id)
    person = seen_by(by, local_day(at)).exclude(pk=by.pk).get(pk=person_id)
    pieces = _chosen(person, team, chosen, at)
    people = User.objects.in_bulk(set(chosen.values()))
    made = HandOut(uuid=submission_key, person=person, team=team, why=Why(why), at=at, by=by)
    made.save(force_insert=True)
    for piece in pieces:
        to = people[chosen[piece.key]]
        _move(piece, Passing(person, to, by, at, f"{made.get_why_display()}: {person}."))
        names = {"kind": piece.item.kind, "number": piece.item.number, "to": to}
        HandedPiece.objects.create(handout=made, reference=piece.item.reference, **names)
    record("work.handed_out", made, by=by, decision=decision)
    return made


def _chosen(person: User, team: Team, chosen: Mapping[str, int], at: datetime) -> list[Piece]:
    """The chosen pieces as they are now, locked, in the order in which they go over."""
    if not chosen:
        raise RuleViolation(NOTHING)
    keys = [_key(each) for each in chosen]
    lock_all(keys)
    there = {piece.key: piece for piece in pieces_of(person, team, at)}
    for key, to in chosen.items():
        piece = there.get(key)
        if piece is None:
            raise RuleViolation(CHANGED.format(f"Een stuk werk ({key})"))
        if piece.stays or to not in piece.able:
            text = piece.stays or "deze collega kan dit niet hebben"
            raise RuleViolation(f"{piece.item.label} {piece.item.reference}: {text}.")
    found = [there[key] for key in chosen]
    return sorted(found, key=lambda each: (ORDER.index(each.item.kind), each.item.number))


def _key(text: str) -> tuple[str, int]:
    """The kind and the number of a piece; raises RuleViolation for anything else."""
    kind, _, number = text.partition("-")
    if kind not in ORDER or not number.isascii() or not number.isdecimal() or len(number) > 18:
        raise RuleViolation(CHANGED.format("Een stuk werk"))
    return kind, int(number)


def _move(piece: Piece, passing: Passing) -> None:
    """What the act of the room refuses says which piece it was."""
    try:
        move(piece.item.kind, piece.item.number, passing)
    except RuleViolation as broken:
        raise RuleViolation(f"{piece.item.label} {piece.item.reference}: {broken}") from broken
