"""The page on which work is handed out: pieces, colleagues, and how it would be after (UD-2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef

from cases.handout.pieces import ALL, Piece, pieces_of
from cases.handout.proposing import Taker, propose
from cases.workload.page import FULL_WEEK, halves_in_week
from clusters.absence.choosing import with_absence, with_load
from clusters.absence.presence import Presence, presence_of
from clusters.models import SpecialismPeriod, Team, User
from common.deadlines import ONE_DAY, local_day
from common.weeks import monday_of


@dataclass(frozen=True)
class After:
    """One colleague: how many pieces, and the load before and after."""

    name: str
    count: int
    before: int
    after: int
    per_week: int | None


class Board:
    """What can be handed out of one employee at one team, and to whom; some fourteen queries."""

    def __init__(self, person: User, team: Team, at: datetime, which: str = ALL) -> None:
        self.person, self.team, self.at = person, team, at
        self.pieces = pieces_of(person, team, at, which)
        ids = {one for piece in self.pieces for one in piece.able}
        rows = User.objects.filter(pk__in=ids).order_by("last_name", "first_name", "pk")
        rows = with_load(with_absence(rows, local_day(at)), at).annotate(knows=self._knows())
        self.people: dict[int, Any] = {row.pk: row for row in rows}
        self.takers = self._takers()

    @property
    def free(self) -> list[Piece]:
        """What can go to somebody."""
        return [piece for piece in self.pieces if not piece.stays]

    def proposal(self) -> dict[str, int]:
        """Who would get what."""
        return propose(self.pieces, self._takers())

    def afterwards(self, chosen: Mapping[str, int]) -> list[After]:
        """Every colleague who gets something, most first."""
        points: dict[int, list[int]] = {}
        for piece in self.free:
            to = chosen.get(piece.key)
            if to in self.people:
                points.setdefault(to, []).append(piece.item.points)
        lines = [self._after(one, found) for one, found in points.items()]
        return sorted(lines, key=lambda line: (-line.count, line.name))

    def _after(self, person_id: int, points: list[int]) -> After:
        taker = self.takers[person_id]
        after = taker.load + sum(points)
        per_week = round(after * FULL_WEEK / taker.halves) if taker.halves else None
        return After(str(self.people[person_id]), len(points), taker.load, after, per_week)

    def _takers(self) -> dict[int, Taker]:
        """The colleagues with their load, presence and specialisms; presence is asked once."""
        today = local_day(self.at)
        return {
            one: Taker(
                person_id=one,
                load=row.load,
                halves=halves_in_week(self._presence, one, monday_of(today)),
                is_present=self._presence.is_present(one, today),
                knows=row.knows,
            )
            for one, row in self.people.items()
        }

    @cached_property
    def _presence(self) -> Presence:
        """Who of them is there this week."""
        monday = monday_of(local_day(self.at))
        return presence_of(list(self.people), monday, monday + 4 * ONE_DAY)

    def _knows(self) -> Exists:
        """Whether somebody shares a specialism with the one whose work it is."""
        running = SpecialismPeriod.objects.valid_on(local_day(self.at))
        own = running.filter(user=self.person).values("specialism")
        return Exists(running.filter(specialism__in=own, user=OuterRef("pk")))
