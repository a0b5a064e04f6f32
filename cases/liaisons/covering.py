"""For which ages between 0 and 23 a team knows nobody today; only reads (KET-6, LP-2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cases.liaisons.models import Liaison, LiaisonKind
from clusters.models import Team, TeamKind

YOUNGEST, OLDEST_YOUTH = 0, 23
FOR_CHILDREN = (LiaisonKind.JGZ, LiaisonKind.YOUTH)
"""A school or a huisarts has a range of ages too, but no broad knowledge of it."""

Ages = tuple[int, int]


@dataclass(frozen=True)
class Coverage:
    """One team and the ages, in whole years, of which it knows nobody."""

    team: Team
    gaps: tuple[Ages, ...]

    @property
    def text(self) -> str:
        """The gaps in words."""
        return ", ".join(
            f"{begin} jaar" if begin == end else f"{begin} t/m {end} jaar"
            for begin, end in self.gaps
        )


def gaps_of(ranges: Iterable[Ages]) -> tuple[Ages, ...]:
    """What ranges of whole years, first and last included, leave open between 0 and 23."""
    found, wanted = [], YOUNGEST
    for begin, end in sorted(ranges):
        if begin > OLDEST_YOUTH:
            break
        if begin > wanted:
            found.append((wanted, begin - 1))
        wanted = max(wanted, end + 1)
    if wanted <= OLDEST_YOUTH:
        found.append((wanted, OLDEST_YOUTH))
    return tuple(found)


def coverage(day: date, team_id: int | None = None) -> list[Coverage]:
    """Every wijkteam that is there on ``day``, or one of them, with its gaps; two queries."""
    teams = Team.objects.valid_on(day).filter(kind=TeamKind.WIJKTEAM).order_by("name")
    if team_id is not None:
        teams = teams.filter(pk=team_id)
    rows = Liaison.objects.valid_on(day).filter(kind__in=FOR_CHILDREN, age_from__isnull=False)
    known: dict[int, list[Ages]] = {}
    for team, begin, end in rows.order_by().values_list("team_id", "age_from", "age_until"):
        known.setdefault(team, []).append((begin, end))
    return [Coverage(team, gaps_of(known.get(team.pk, ()))) for team in teams]
