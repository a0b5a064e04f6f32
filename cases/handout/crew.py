"""Whose work it is, and everybody who might have it, with what a choice shows; one query (UD-2).

A row per role: those of the employee, whenever held, and those that run today of the colleagues in
the teams, and of who works along in a dossier in which the employee has a task.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.dossiers.models import FileColleague, ResidentFile
from cases.todos.models import Task
from clusters.absence.choosing import with_absence, with_load
from clusters.models import HANDLING_ROLES, Membership, SpecialismPeriod, User
from common.deadlines import local_day

SHOWN = ("load", "weekdays", "away_until", "knows")


class Crew:
    """The employee and the colleagues, read at once; ``day`` is on which they must be there."""

    def __init__(self, person_id: int, team_ids: Collection[int], at: datetime, day: date) -> None:
        self.person_id, self.team_ids, self.today = person_id, frozenset(team_ids), local_day(at)
        rows = with_load(with_absence(self._rows(), day, "user_id"), at, "user_id")
        order = ("user__last_name", "user__first_name", "user_id", "pk")
        self.rows: list[Any] = list(rows.annotate(knows=self._knows()).order_by(*order))

    @property
    def person(self) -> User | None:
        """Whose work it is; None for who never held a role in these teams."""
        found = (row.user for row in self._own() if row.team_id in self.team_ids)
        return next(found, None)

    def worked_in(self, team_id: int) -> bool:
        """Whether the employee holds or held a role there."""
        return any(row.team_id == team_id for row in self._own())

    def roles_in(self, team_id: int) -> dict[int, frozenset[str]]:
        """Who else works in a team today, each with their roles there."""
        found: dict[int, set[str]] = defaultdict(set)
        for row in self.rows:
            if row.team_id == team_id and row.user_id != self.person_id:
                found[row.user_id] |= {row.role} & HANDLING_ROLES
        return {user_id: frozenset(roles) for user_id, roles in found.items() if roles}

    def people(self, ids: Collection[int]) -> dict[int, Any]:
        """Those of these colleagues who are known, by name, with load, absence and specialism."""
        found: dict[int, Any] = {}
        for row in self.rows:
            if row.user_id in ids and row.user_id not in found:
                vars(row.user).update({name: getattr(row, name) for name in SHOWN})
                found[row.user_id] = row.user
        return found

    def _own(self) -> list[Any]:
        return [row for row in self.rows if row.user_id == self.person_id]

    def _rows(self) -> QuerySet[Membership]:
        running = Membership.objects.running(self.today)
        near = Q(team__in=self.team_ids, role__in=HANDLING_ROLES) | self._in_dossiers()
        rows = Membership.objects.filter(Q(user=self.person_id) | Q(pk__in=running.filter(near)))
        return rows.select_related("user")

    def _in_dossiers(self) -> Q:
        """Who directs or works along in the dossiers in which the employee has a task."""
        files = Task.objects.open().filter(owner=self.person_id).order_by().values("file")
        directors = ResidentFile.objects.filter(pk__in=files).values("director")
        along = FileColleague.objects.filter(file__in=files).values("employee")
        return Q(user__in=directors) | Q(user__in=along)

    def _knows(self) -> Exists:
        """Whether somebody shares a specialism with the one whose work it is."""
        running = SpecialismPeriod.objects.valid_on(self.today)
        own = running.filter(user=self.person_id).values("specialism")
        return Exists(running.filter(specialism__in=own, user=OuterRef("user_id")))
