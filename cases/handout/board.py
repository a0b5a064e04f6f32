"""The page on which work is handed out: pieces, colleagues, and how it would be after (UD-2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from cases.handout.crew import Crew
from cases.handout.pieces import ALL, Piece, pieces_of
from cases.handout.proposing import Taker, propose
from cases.workload.page import FULL_WEEK, halves_in_week
from clusters.absence.presence import Presence, absences_of
from clusters.models import Team, User, working_calendar
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
    """What can be handed out of one employee at one team, and to whom.

    Three queries beside those of the ``crew``: the work, who works along, and the absence.
    """

    def __init__(
        self, person: User, team: Team, at: datetime, which: str = ALL, crew: Crew | None = None
    ) -> None:
        self.person, self.team, self.at = person, team, at
        self.day = day_of_handing(at)
        crew = crew or Crew(person.pk, {team.pk}, at, self.day)
        self.pieces = pieces_of(person, team, at, which, crew.roles_in(team.pk))
        self.people = crew.people({one for piece in self.pieces for one in piece.able})
        self.takers = self._takers()

    @property
    def is_later(self) -> bool:
        """Whether nobody works today, so that the proposal is about another day (UD-2)."""
        return self.day != local_day(self.at)

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
        return {
            one: Taker(
                person_id=one,
                load=row.load,
                halves=halves_in_week(self._presence, one, monday_of(self.day)),
                is_present=self._presence.is_present(one, self.day),
                knows=row.knows,
            )
            for one, row in self.people.items()
        }

    @cached_property
    def _presence(self) -> Presence:
        """Who of them is there in the week of that day, by the working days that hold on it."""
        monday = monday_of(self.day)
        away = absences_of(list(self.people), monday, monday + 4 * ONE_DAY)
        days: dict[int, list[tuple[date, date | None, str]]] = {
            one: [(date.min, None, row.weekdays)] for one, row in self.people.items()
        }
        return Presence(away, days, working_calendar())


def day_of_handing(at: datetime) -> date:
    """Today, or the first day on which the service is open again (UD-2)."""
    today, calendar = local_day(at), working_calendar()
    if not calendar.hours or calendar.is_working_day(today):
        return today
    return calendar.next_working_day(today)
