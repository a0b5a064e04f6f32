"""How much of a week somebody works, and where it counts; only reads (TP-5).

An fte is five working days. Who works in two teams counts half in each.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from clusters.absence.models import MONDAY_TO_FRIDAY, WorkPattern
from clusters.people.models import Membership, Role, Specialism, SpecialismPeriod, User
from clusters.profile.models import CENT, fte_text

COUNTING = (Role.TEAM_WORKER, Role.TEAM_MANAGER)


@dataclass(frozen=True)
class Share:
    """One employee in one cluster: how many fte, in which teams, with which specialisms."""

    person: User
    fte: Decimal
    teams: tuple[str, ...]
    specialisms: tuple[Specialism, ...]

    @property
    def fte_text(self) -> str:
        """As it is written here: "0,80"."""
        return fte_text(self.fte)


def total_of(shares: list[Share]) -> Decimal:
    """All of them together."""
    return sum((share.fte for share in shares), Decimal(0)).quantize(CENT, ROUND_HALF_UP)


def shares_on(day: date) -> dict[int, list[Share]]:
    """Per cluster everybody who works there on ``day``, by name; three queries."""
    held = _memberships(day)
    known = _specialisms(set(held), day)
    weeks = _weeks(set(held), day)
    found: dict[int, list[Share]] = defaultdict(list)
    for person_id, rows in held.items():
        teams = {row.team_id: row.team for row in rows}
        of_cluster: dict[int, list[str]] = defaultdict(list)
        for team in teams.values():
            assert team is not None and team.cluster_id is not None  # noqa: S101, PT018
            of_cluster[team.cluster_id].append(team.name)
        for cluster_id, names in of_cluster.items():
            fte = weeks.get(person_id, Decimal(1)) * len(names) / len(teams)
            person = rows[0].user
            found[cluster_id].append(
                Share(person, fte, tuple(sorted(names)), tuple(known.get(person_id, ())))
            )
    return found


def _memberships(day: date) -> dict[int, list[Membership]]:
    """Who works in a team of a cluster, by name."""
    rows = Membership.objects.running(day).filter(role__in=COUNTING, team__cluster__isnull=False)
    found: dict[int, list[Membership]] = defaultdict(list)
    order = ("user__last_name", "user__first_name", "user_id", "pk")
    for row in rows.select_related("user", "team").order_by(*order):
        found[row.user_id].append(row)
    return found


def _specialisms(people: set[int], day: date) -> dict[int, list[Specialism]]:
    rows = SpecialismPeriod.objects.valid_on(day).filter(user__in=people)
    found: dict[int, list[Specialism]] = defaultdict(list)
    for row in rows.select_related("specialism").order_by("specialism__position", "pk"):
        if row.specialism not in found[row.user_id]:
            found[row.user_id].append(row.specialism)
    return found


def _weeks(people: set[int], day: date) -> dict[int, Decimal]:
    """Of whose working days are known: how much of a week, never more than one."""
    rows = WorkPattern.objects.valid_on(day).filter(employee__in=people)
    days = {person_id: len(text) for person_id, text in rows.values_list("employee", "weekdays")}
    full = len(MONDAY_TO_FRIDAY)
    return {person_id: Decimal(min(count, full)) / full for person_id, count in days.items()}
