"""Who gets what: by how much everybody carries, who is there, and who knows it; pure (UD-2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from cases.handout.pieces import Piece

KNOWS = 0.8
"""Who shares a specialism with the one whose work it is, counts as a fifth less loaded."""


@dataclass
class Taker:
    """A colleague: the load now, half days this week, and whether they are there today."""

    person_id: int
    load: int
    halves: int
    is_present: bool
    knows: bool = False
    given: int = 0
    residents: set[int] = field(default_factory=set)

    @property
    def pressure(self) -> float:
        """The load per half day, with what was given here; lower is better."""
        return (self.load + self.given) / self.halves * (KNOWS if self.knows else 1)


def propose(pieces: Sequence[Piece], takers: Mapping[int, Taker]) -> dict[str, int]:
    """Per piece the colleague who would get it; what nobody can have is not in it.

    Heavy pieces go first, so that the rest can even it out. All of one resident goes to one
    colleague, and a dossier to who works along in it, whenever they can have it.
    """
    found: dict[str, int] = {}
    for piece in sorted(pieces, key=_weight):
        if piece.stays:
            continue
        free = [takers[one] for one in piece.able if one in takers]
        free = [taker for taker in free if taker.is_present and taker.halves]
        if not free:
            continue
        best = min(free, key=lambda taker: _order(piece, taker))
        best.given += piece.item.points
        best.residents.add(piece.item.resident_id)
        found[piece.key] = best.person_id
    return found


def _order(piece: Piece, taker: Taker) -> tuple[bool, bool, float, int]:
    return (
        piece.item.resident_id not in taker.residents,
        taker.person_id not in piece.joined,
        taker.pressure,
        taker.person_id,
    )


def _weight(piece: Piece) -> tuple[int, datetime, str]:
    """Heavy first, then what is due first."""
    return -piece.item.points, piece.item.due_at, piece.key
