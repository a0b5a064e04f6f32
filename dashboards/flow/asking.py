"""What is asked in the address: which team and which period; anything else is the usual (ST-3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self
from urllib.parse import urlencode

from django.db.models import Q

from clusters.models import Role, Team, TeamKind, User
from common.weeks import Span
from dashboards.flow.spans import PER, WEEKS, last_months, last_quarters, weeks_to
from dashboards.shares import teams_of

STREAMS = ("terugbelverzoeken", "meldingen", "dossiers")


@dataclass(frozen=True)
class Asked:
    """Whose figures, of which teams, over which period."""

    user: User
    day: date
    teams: tuple[Team, ...]
    team: Team | None
    weeks: int
    stream: str
    per: str

    @classmethod
    def of(cls, user: User, params: Mapping[str, str], day: date) -> Self:
        """What the address says, as far as it says something this employee may see; one query."""
        teams = tuple(teams_of(user).filter(~Q(kind=TeamKind.CONTACT_CENTRE)))
        number, weeks = params.get("team", ""), params.get("weken", "")
        return cls(
            user=user,
            day=day,
            teams=teams,
            team=next((each for each in teams if str(each.pk) == number), None),
            weeks=next((each for each in WEEKS if str(each) == weeks), WEEKS[0]),
            stream=_one_of(STREAMS, params.get("soort", "")),
            per=_one_of(tuple(PER), params.get("per", "")),
        )

    @property
    def team_ids(self) -> list[int]:
        """The teams that are counted."""
        return [each.pk for each in self.teams if self.team in (None, each)]

    @property
    def shows_names(self) -> bool:
        """Whether lists say who handles it: above the teams they do not (ST-2)."""
        return self.user.acting_role == Role.TEAM_MANAGER

    @property
    def mondays(self) -> list[date]:
        """The weeks that are shown, oldest first; the last one is this week."""
        return weeks_to(self.day, self.weeks).mondays()

    @property
    def spans(self) -> dict[str, Span]:
        """The months or quarters that are shown, by their code, oldest first."""
        return last_quarters(self.day) if self.per == "kwartaal" else last_months(self.day)

    @property
    def state(self) -> dict[str, str]:
        """What differs from the usual, for the address."""
        usual = {"team": "", "weken": str(WEEKS[0]), "soort": STREAMS[0], "per": next(iter(PER))}
        own = {"team": str(self.team.pk) if self.team else "", "weken": str(self.weeks)}
        own |= {"soort": self.stream, "per": self.per}
        return {name: value for name, value in own.items() if value != usual[name]}

    @property
    def hidden(self) -> dict[str, str]:
        """What a choice of team leaves as it is."""
        return {name: value for name, value in self.state.items() if name != "team"}

    def tabs(self, name: str, choices: Mapping[str, str], chosen: str) -> list[dict[str, object]]:
        """A tab per choice (code → label) that leaves the rest of the address as it is."""
        return [
            {
                "url": f"?{urlencode(self.state | {name: code})}",
                "label": label,
                "current": code == chosen,
            }
            for code, label in choices.items()
        ]

    def list_query(self, **facts: str) -> str:
        """The address of a list: these facts, and the team."""
        team = {"team": str(self.team.pk)} if self.team else {}
        return urlencode(facts | team)


def _one_of(codes: tuple[str, ...], asked: str) -> str:
    return asked if asked in codes else codes[0]
