"""The page of the load: who carries how much, against how much they are there this week (WL-4)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from cases.workload.kinds import KINDS
from cases.workload.load import counted
from cases.workload.people import CARRYING, carriers_of, teams_weighed_by
from clusters.absence.presence import HALVES, Presence, presence_of
from clusters.models import Cluster, Membership, Role, Team, TeamKind, User
from common.deadlines import ONE_DAY, local_day
from common.weeks import monday_of

WORKDAYS = 5
FULL_WEEK = WORKDAYS * len(HALVES)
"""Half days of somebody who works the whole week."""
HIGH = 1.25
"""So many times the average of the team is much (WL-5)."""


@dataclass(frozen=True)
class Cell:
    """A number of one kind, and the list that counts the same."""

    label: str
    value: int
    url: str


@dataclass(frozen=True)
class PersonLine:
    """One employee: how much, and how many half days they are there this week."""

    name: str
    url: str
    cells: list[Cell]
    load: int
    halves: int
    is_high: bool = False

    @property
    def days_text(self) -> str:
        """Days of this week, as they are written here: "3,5"."""
        return f"{self.halves / len(HALVES):g}".replace(".", ",")

    @property
    def per_fte(self) -> int | None:
        """The load as if it were carried in a whole week; None for who is not there."""
        return round(self.load * FULL_WEEK / self.halves) if self.halves else None


@dataclass(frozen=True)
class TeamLine:
    """A team: the load of its people, and the inhabitants it is there for (CLU-15)."""

    team: Team
    people: list[PersonLine]
    inhabitants: int | None

    @property
    def load(self) -> int:
        """Everything its people carry."""
        return sum(line.load for line in self.people)

    @property
    def halves(self) -> int:
        """Half days that its people are there this week."""
        return sum(line.halves for line in self.people)

    @property
    def fte_text(self) -> str:
        """Whole weeks present, with one decimal: "6,4"."""
        return f"{self.halves / FULL_WEEK:.1f}".replace(".", ",")

    @property
    def per_fte(self) -> int | None:
        """The load of a whole week's presence; None when nobody is there."""
        return round(self.load * FULL_WEEK / self.halves) if self.halves else None

    @property
    def norm_text(self) -> str:
        """Inhabitants of this team against the norm: "1,4 × de norm" (CLU-15, CLU-16)."""
        if self.inhabitants is None:
            return "–"
        ratio = self.inhabitants / settings.INHABITANTS_PER_TEAM
        return f"{ratio:.1f} × de norm".replace(".", ",")


class WorkloadPage:
    """Every team one steers, each with its people; six queries however many there are."""

    headings = tuple(kind.label for kind in KINDS.values())

    def __init__(self, user: User, at: datetime) -> None:
        self.at, self.day = at, local_day(at)
        self.monday = monday_of(self.day)
        self.names = user.acting_role == Role.TEAM_MANAGER
        """Above the teams nobody is named (security, row 14)."""
        self.teams = list(teams_weighed_by(user, self.day))
        self.lines = self._lines()

    def conclusion(self) -> str:
        """What the numbers say, in one sentence above them."""
        loaded = [line for line in self.lines if line.per_fte]
        if not loaded:
            return "Er is geen werk om te verdelen, of er is deze week niemand aanwezig."
        worst = max(loaded, key=lambda line: line.per_fte or 0)
        if len(self.lines) > 1:
            return f"De meeste werklast per volle week heeft {worst.team}: {worst.per_fte}."
        busy = [line.name for line in worst.people if line.is_high]
        average = f"Gemiddeld is de werklast {worst.per_fte} per volle week."
        if not self.names or not busy:
            return average
        return f"{average} Duidelijk meer: {', '.join(busy)}."

    def _lines(self) -> list[TeamLine]:
        ids = frozenset(team.pk for team in self.teams)
        people = {each.pk: each for each in counted(carriers_of(ids, self.day), ids, self.at)}
        known = presence_of(list(people), self.monday, self.monday + (WORKDAYS - 1) * ONE_DAY)
        held = Membership.objects.running(self.day).filter(team__in=ids, role__in=CARRYING)
        of_team: dict[int, list[Any]] = defaultdict(list)
        for team_id, person_id in held.values_list("team_id", "user_id").distinct():
            of_team[team_id].append(people[person_id])
        lived = self._inhabitants()
        return [
            TeamLine(team, self._people(of_team[team.pk], known), lived.get(team.pk))
            for team in self.teams
        ]

    def _people(self, people: list[Any], known: Presence) -> list[PersonLine]:
        """The people of one team, most loaded first; who is far above the rest is marked."""
        lines = [self._person(each, known) for each in people]
        halves = sum(line.halves for line in lines)
        average = sum(line.load for line in lines) * FULL_WEEK / halves if halves else 0
        marked = [
            PersonLine(
                **{**line.__dict__, "is_high": bool(line.per_fte and line.per_fte > HIGH * average)}
            )
            for line in lines
        ]
        return sorted(marked, key=lambda line: (-(line.per_fte or 0), -line.load, line.name))

    def _person(self, person: Any, known: Presence) -> PersonLine:
        url = reverse("workload-person", args=[person.pk])
        cells = [
            Cell(
                kind.label, getattr(person, f"count_{code}"), f"{url}?{urlencode({'soort': code})}"
            )
            for code, kind in KINDS.items()
        ]
        return PersonLine(
            str(person), url, cells, person.load, halves_in_week(known, person.pk, self.monday)
        )

    def _inhabitants(self) -> dict[int, int]:
        """Per wijkteam the inhabitants of its cluster, shared by the wijkteams of that cluster."""
        found: dict[int, int] = {}
        for cluster in Cluster.objects.for_overview(self.day):
            teams = [
                team.pk
                for team in cluster.teams.all()
                if team.kind == TeamKind.WIJKTEAM and team.holds_on(self.day)
            ]
            for team_id in teams:
                found[team_id] = cluster.inhabitants // len(teams)
        return found


def halves_in_week(known: Presence, person_id: int, monday: Any) -> int:
    """How many half days somebody is there in the working week of ``monday``."""
    days = [monday + number * ONE_DAY for number in range(WORKDAYS)]
    return sum(
        len(HALVES - known.halves_away(person_id, day))
        for day in days
        if known.calendar.is_working_day(day) and known.works_on(person_id, day)
    )
