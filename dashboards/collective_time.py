"""Time for one resident against time for the neighbourhood, per team and month (TRI-6, WRK-3).

One object for the part of the dashboard and for its page; four queries. Estimates: acts that were
counted times the minutes of a list, and collective work times those of its class. No time sheet.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, QuerySet
from django.urls import reverse

from cases.collective.models import CollectiveEntry, EffortEstimate
from cases.collective.models.entries import touches
from clusters.models import Team, TeamKind, User
from common.deadlines import ONE_DAY, local_day
from common.dutch_dates import MONTHS as NAMES
from dashboards.effort_services import last_months
from dashboards.figure_models import EffortFigure
from dashboards.figures import Figure
from dashboards.shares import teams_of

A_MONTH = timedelta(days=32)
NOTHING = "–"


@dataclass(frozen=True)
class TimeLine:
    """A team or a month: minutes for residents, minutes for the neighbourhood, and the list."""

    name: str
    individual: int
    collective: int
    figure: Figure
    url: str = ""

    @property
    def individual_text(self) -> str:
        """Whole hours, or a dash when nothing was counted at all."""
        return hours(self.individual) if self.individual or self.collective else NOTHING

    @property
    def collective_text(self) -> str:
        """The same for the neighbourhood."""
        return hours(self.collective) if self.individual or self.collective else NOTHING

    @property
    def share_text(self) -> str:
        """Which part was for the neighbourhood, in whole percents; a dash without any time."""
        found = share(self.individual, self.collective)
        return NOTHING if found is None else f"{found}%"


@dataclass(frozen=True)
class ActLine:
    """One sort of act for residents: how often, how long each, and together."""

    name: str
    n: int
    minutes: int
    reason: str

    @property
    def hours_text(self) -> str:
        """All of them together, in whole hours."""
        return hours(self.n * self.minutes)


class CollectiveTime:
    """The last six months of the wijkteams whose figures one may see."""

    def __init__(self, user: User, at: datetime) -> None:
        self.user, self.today = user, local_day(at)
        self.months = last_months(self.today)
        self.teams = list(_teams(user, self.today))
        self.ids = {team.pk for team in self.teams}
        self.estimates = list(EffortEstimate.objects.in_use())
        self.acts: Counter[tuple[int, date, str]] = Counter()
        self.refreshed_at: datetime | None = None
        self._read_acts()
        self.minutes: Counter[tuple[int, date]] = Counter()
        self.counts: Counter[tuple[int, date]] = Counter()
        self.totals: Counter[int] = Counter()
        self._read_entries()

    def team_lines(self) -> list[TimeLine]:
        """A line per team, by cluster and name; each opens its months."""
        page = reverse("collective-time")
        return [
            self._line(
                team.name,
                {team.pk},
                self.months,
                self._figure(self.totals[team.pk], self.months, team),
                f"{page}?{urlencode({'team': team.code})}",
            )
            for team in self.teams
        ]

    def month_lines(self, team: Team | None) -> list[TimeLine]:
        """A line per month of one team or of all of them, the newest first."""
        ids = {team.pk} if team else self.ids
        return [
            self._line(
                f"{NAMES[month.month - 1]} {month.year}",
                ids,
                [month],
                self._figure(sum(self.counts[each, month] for each in ids), [month], team),
            )
            for month in reversed(self.months)
        ]

    def act_lines(self, team: Team | None) -> list[ActLine]:
        """What was counted for residents in the six months, by sort."""
        ids = {team.pk} if team else self.ids
        totals: Counter[str] = Counter()
        for (team_id, _, act), n in self.acts.items():
            totals[act] += n if team_id in ids else 0
        return [
            ActLine(row.label, totals[row.code], row.minutes, row.reason) for row in self.estimates
        ]

    def team_named(self, code: str) -> Team | None:
        """The team of the address, within what one may see."""
        return next((team for team in self.teams if team.code == code), None)

    @cached_property
    def conclusion(self) -> str:
        """What the numbers say, in one sentence above them."""
        lines = self.team_lines()
        individual = sum(line.individual for line in lines)
        collective = sum(line.collective for line in lines)
        part = share(individual, collective)
        if part is None:
            return "Er is de laatste zes maanden nog niets te tellen."
        return (
            f"Naar schatting ging de laatste zes maanden {part}% van de tijd naar collectief werk: "
            f"{hours(collective)} van de {hours(individual + collective)} uur."
        )

    def _line(
        self, name: str, ids: set[int], months: list[date], figure: Figure, url: str = ""
    ) -> TimeLine:
        length = {row.code: row.minutes for row in self.estimates}
        individual = sum(
            n * length.get(act, 0)
            for (team_id, month, act), n in self.acts.items()
            if team_id in ids and month in months
        )
        collective = sum(self.minutes[team_id, month] for team_id in ids for month in months)
        return TimeLine(name, individual, collective, figure, url)

    def _figure(self, value: int, months: list[date], team: Team | None) -> Figure:
        """The number of collective lines, with the list that asks the same."""
        asks = {"van": months[0].isoformat(), "tot": last_of(months[-1]).isoformat()}
        if team is not None:
            asks["team"] = team.code
        return Figure(value, f"{reverse('collective-list')}?{urlencode(asks)}", "Keer collectief")

    def _read_acts(self) -> None:
        rows = EffortFigure.objects.visible_to(self.user).filter(month__in=self.months)
        found = rows.values_list("team_id", "month", "act", "n", "refreshed_at")
        for team_id, month, act, n, counted_at in found:
            self.acts[team_id, month, act] = n
            self.refreshed_at = max(self.refreshed_at or counted_at, counted_at)

    def _read_entries(self) -> None:
        """Per team and class how many lines took time in each month; one query."""
        rows = CollectiveEntry.objects.visible_to(self.user).filter(team__in=self.ids)
        rows = rows.in_period(self.months[0], last_of(self.months[-1]))
        asked = {
            f"n_{number}": Count("pk", filter=touches(month, last_of(month)))
            for number, month in enumerate(self.months)
        }
        grouped = rows.order_by().values_list("team_id", "effort__minutes")
        for team_id, minutes, total, *counts in grouped.annotate(total=Count("pk"), **asked):
            self.totals[team_id] += total
            for month, n in zip(self.months, counts, strict=True):
                self.counts[team_id, month] += n
                self.minutes[team_id, month] += n * minutes


def _teams(user: User, day: date) -> QuerySet[Team]:
    """The wijkteams of today whose figures one may see."""
    running: Any = teams_of(user).filter(kind=TeamKind.WIJKTEAM)
    found: QuerySet[Team] = running.valid_on(day)
    return found


def last_of(month: date) -> date:
    """The last day of a month."""
    return (month + A_MONTH).replace(day=1) - ONE_DAY


def hours(minutes: int) -> str:
    """Whole hours, half up, with dots: "1.240"."""
    return f"{(minutes + 30) // 60:,}".replace(",", ".")


def share(individual: int, collective: int) -> int | None:
    """The collective part in whole percents, half up; None when there is no time at all."""
    whole = individual + collective
    return (200 * collective + whole) // (2 * whole) if whole else None
