"""The numbers of the dashboard: one counted query, shaped for tiles and tables."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse

from cases.callbacks.lifecycle import CallbackState
from cases.callbacks.models import SELECTIONS
from cases.models import CallbackRequest
from clusters.models import Role, Team, User
from common.deadlines import local_day
from dashboards.figure_models import MonthFigure

COUNTED = ("open", "vandaag", "te-laat", "veel-te-laat")
ABOVE_TEAMS = ("te-laat", "veel-te-laat")
NAMED = ("first_name", "last_name", "username")
KINDS = {"vandaag": "warning", "te-laat": "late", "veel-te-laat": "far_late"}
NOTES = {
    "open": "alles wat nog niet is afgesloten",
    "vandaag": "termijn loopt vandaag af",
    "te-laat": "termijn is voorbij",
    "veel-te-laat": "twee keer de termijn is voorbij",
}


@dataclass(frozen=True)
class Figure:
    """One number and the list that counts the same."""

    value: int | str
    url: str
    label: str = ""
    kind: str = ""
    note: str = ""


@dataclass
class Line:
    """A row of a table of figures: a team or a worker."""

    name: str
    figures: list[Figure] = field(default_factory=list)
    median: Figure | None = None


class CallbackFigures:
    """Counts for the teams an employee steers, from one query object for tile and list."""

    def __init__(self, user: User, at: datetime) -> None:
        self.user, self.at = user, at
        self.above = user.acting_role == Role.GENERAL_MANAGER
        self.codes = ABOVE_TEAMS if self.above else COUNTED
        self.rows: list[Any] = list(
            CallbackRequest.objects.visible_to(user)
            .exclude(state=CallbackState.CLOSED)
            .values("team_id", "handler_id", *(f"handler__{name}" for name in NAMED))
            .annotate(
                **{
                    code.replace("-", "_"): Count("pk", filter=SELECTIONS[code].at(at))
                    for code in self.codes
                }
            )
            .order_by()
        )

    @cached_property
    def months(self) -> list[MonthFigure]:
        """The figures of this month; one query, and none where only is said what is late."""
        month = local_day(self.at).replace(day=1)
        rows = MonthFigure.objects.visible_to(self.user).filter(month=month)
        return list(rows.select_related("worker"))

    @property
    def refreshed_at(self) -> datetime | None:
        """When the medians were worked out; None when they never were."""
        return min((row.refreshed_at for row in self.months), default=None)

    def tiles(self) -> list[Figure]:
        """The totals."""
        return [
            Figure(
                value=sum(row[code.replace("-", "_")] for row in self.rows),
                url=self._list(code),
                label=SELECTIONS[code].label,
                kind=KINDS.get(code, ""),
                note=NOTES[code],
            )
            for code in self.codes
        ]

    def conclusion(self) -> str:
        """What the numbers say, in one sentence above them."""
        late = sum(row["te_laat"] for row in self.rows)
        if not late:
            return "Er is niets te laat."
        what = "1 terugbelverzoek is" if late == 1 else f"{late} terugbelverzoeken zijn"
        return f"{what} te laat{self._where()}."

    def _where(self) -> str:
        """With which team most of it is, for who has more than one."""
        if not self.above and len(self.user.team_ids) < 2:
            return ""
        worst = max(self.teams, key=lambda line: int(line.figures[self._late].value))
        return f", de meeste bij {worst.name}" if len(self._team_ids()) > 1 else ""

    @cached_property
    def teams(self) -> list[Line]:
        """A line per team, most late first; a query only for who stands above them."""
        teams: Iterable[Team] = {row.team for row in self.user.acting_memberships if row.team}
        if self.above:
            teams = Team.objects.filter(pk__in=self._team_ids())
        return self._sorted([self._line(str(team), "team", team.pk, team.pk) for team in teams])

    def workers(self) -> list[Line]:
        """A line per worker with something on the desk or called this month; none above teams."""
        if self.above:
            return []
        names = {row["handler_id"]: _name_in(row) for row in self.rows if row["handler_id"]}
        names |= {row.worker_id: str(row.worker) for row in self.months if row.worker}
        lines = [self._line(name, "behandelaar", key, None) for key, name in names.items()]
        nobody = self._line("Nog niet opgepakt", "behandelaar", None, None)
        return [nobody, *self._sorted(lines)]

    @property
    def _late(self) -> int:
        """The column of what is late."""
        return self.codes.index("te-laat")

    def _team_ids(self) -> set[int]:
        if not self.above:
            return set(self.user.team_ids)
        return {row["team_id"] for row in self.rows} | {row.team_id for row in self.months}

    def _line(self, name: str, param: str, key: int | None, team_id: int | None) -> Line:
        column = "team_id" if param == "team" else "handler_id"
        sums: dict[str, int] = defaultdict(int)
        for row in self.rows:
            if row[column] == key:
                for code in self.codes:
                    sums[code] += row[code.replace("-", "_")]
        value = "niemand" if key is None else str(key)
        figures = [
            Figure(sums[code], self._list(code, **{param: value}), SELECTIONS[code].label)
            for code in self.codes
        ]
        return Line(name, figures, self._median(param, key, value))

    def _median(self, param: str, key: int | None, value: str) -> Figure | None:
        """The median wait of a team, or of a worker when they called for one team only."""
        if key is None:
            return None
        column = "team_id" if param == "team" else "worker_id"
        found = [
            row
            for row in self.months
            if getattr(row, column) == key and (row.worker_id is None) == (param == "team")
        ]
        if len(found) != 1:
            return None
        text = f"{working_time(found[0].median_minutes)} ({found[0].first_attempts}×)"
        url = "" if self.above else self._list("gebeld", **{param: value})
        return Figure(text, url)

    def _sorted(self, lines: list[Line]) -> list[Line]:
        return sorted(lines, key=lambda line: (-int(line.figures[self._late].value), line.name))

    def _list(self, code: str, **params: str) -> str:
        page = "callback-overdue" if self.above else "callback-worklist"
        return f"{reverse(page)}?{urlencode({'selectie': code, **params})}"


def _name_in(row: dict[str, Any]) -> str:
    """Who handles it, from the columns that were counted by."""
    return str(User(**{name: row[f"handler__{name}"] for name in NAMED}))


def working_time(minutes: int) -> str:
    """Working minutes as people say them: 45 minuten, 3 uur 20."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} minuten"
    return f"{hours} uur" if not rest else f"{hours} uur {rest:02d}"
