"""Wished beside actual, and inhabitants beside fte, of every cluster; only reads (TP-5 to TP-8).

Five queries however many clusters, people and wishes there are.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from clusters.organisation.models import Cluster, NeighbourhoodAssignment, Team, TeamKind
from clusters.people.models import Specialism, User
from clusters.profile.fte import Share, shares_on, total_of
from clusters.profile.models import ProfileWish, fte_text
from clusters.profile.people import clusters_seen_by


@dataclass(frozen=True)
class Line:
    """One specialism in one cluster: wished, actual, and the difference in words."""

    cluster: Cluster
    specialism: Specialism
    wish: ProfileWish | None
    shares: list[Share]

    @cached_property
    def actual(self) -> Decimal:
        """How many fte there are."""
        return total_of(self.shares)

    @property
    def actual_text(self) -> str:
        """As it is written here."""
        return fte_text(self.actual)

    @property
    def wished_text(self) -> str:
        """As it is written here; empty without a wish."""
        return self.wish.fte_text if self.wish else ""

    @property
    def difference(self) -> Decimal:
        """Actual minus wished; nothing without a wish."""
        return self.actual - self.wish.fte if self.wish else Decimal(0)

    @property
    def deviates(self) -> bool:
        """Whether it is far enough from what was wished to look at (TP-7)."""
        return abs(self.difference) >= Decimal(settings.PROFILE_DEVIATION)

    @property
    def words(self) -> str:
        """The difference as a sentence would say it."""
        if self.wish is None:
            return "geen wens"
        if not self.difference:
            return "zoals gewenst"
        side = "te weinig" if self.difference < 0 else "meer dan gewenst"
        return f"{fte_text(abs(self.difference))} fte {side}"

    @property
    def kind(self) -> str:
        """The badge of the difference."""
        if not self.deviates:
            return "neutral" if self.wish is None or self.difference else "ok"
        return "warning" if self.difference < 0 else "info"


@dataclass(frozen=True)
class ClusterBoard:
    """One cluster: its lines, and its inhabitants against its teams and fte."""

    cluster: Cluster
    shares: list[Share]
    lines: list[Line]
    inhabitants: int
    teams: int

    @cached_property
    def fte(self) -> Decimal:
        """Everybody counted once."""
        return total_of(self.shares)

    @property
    def fte_text(self) -> str:
        """As it is written here."""
        return fte_text(self.fte)

    @property
    def per_team(self) -> int | None:
        """Inhabitants for one wijkteam; None where there is no team (CLU-15)."""
        return round(self.inhabitants / self.teams) if self.teams else None

    @property
    def norm_text(self) -> str:
        """Inhabitants per wijkteam against the norm: "2,2 × de norm" (CLU-15, CLU-16)."""
        if self.per_team is None:
            return ""
        return f"{self.per_team / settings.INHABITANTS_PER_TEAM:.1f} × de norm".replace(".", ",")

    @property
    def per_fte(self) -> int | None:
        """Inhabitants for one fte; None where nobody works (TP-8)."""
        return round(self.inhabitants / self.fte) if self.fte else None

    @property
    def per_norm_text(self) -> str:
        """How many fte there are for as many inhabitants as the norm says; empty without any."""
        return per_norm(self.fte, self.inhabitants)

    @property
    def deviating(self) -> list[Line]:
        """What is to be looked at (TP-7)."""
        return [line for line in self.lines if line.deviates]


@dataclass(frozen=True)
class City:
    """Every cluster of today; the boards that one sees, and the city to compare with."""

    boards: list[ClusterBoard]
    per_norm_text: str

    @property
    def deviating(self) -> list[Line]:
        """Everything to be looked at, the largest shortage first (TP-7)."""
        found = [line for board in self.boards for line in board.deviating]
        return sorted(
            found, key=lambda line: (line.difference, line.cluster.name, line.specialism.position)
        )


def per_norm(fte: Decimal, inhabitants: int) -> str:
    """Fte for as many inhabitants as one wijkteam was planned for (CLU-15)."""
    if not inhabitants:
        return ""
    return fte_text(fte * settings.INHABITANTS_PER_TEAM / inhabitants)


def city_for(user: User, day: date) -> City:
    """The clusters that ``user`` sees, against the whole city; five queries."""
    shares, wishes = shares_on(day), _wishes(day)
    seen = clusters_seen_by(user, day).values("pk")
    rows = list(_measured(Cluster.objects.valid_on(day), day, seen))
    everybody = [each for row in rows for each in shares.get(row.pk, [])]
    lived = sum(row.lived for row in rows)
    boards = [
        ClusterBoard(
            row,
            shares.get(row.pk, []),
            _lines(row, shares.get(row.pk, []), wishes.get(row.pk, {})),
            row.lived,
            row.team_count,
        )
        for row in rows
        if row.is_seen
    ]
    return City(boards, per_norm(total_of(everybody), lived))


def _measured(clusters: QuerySet[Cluster], day: date, seen: QuerySet[Any, Any]) -> QuerySet[Any]:
    """With inhabitants and how many wijkteams there are, by name; one query."""
    places = NeighbourhoodAssignment.objects.valid_on(day).filter(cluster=OuterRef("pk"))
    lived = places.order_by().values("cluster").annotate(n=Sum("neighbourhood__inhabitants"))
    teams = Team.objects.valid_on(day).filter(cluster=OuterRef("pk"), kind=TeamKind.WIJKTEAM)
    staffed = teams.order_by().values("cluster").annotate(n=Count("pk"))
    return clusters.annotate(
        lived=Coalesce(Subquery(lived.values("n")), Value(0), output_field=IntegerField()),
        team_count=Coalesce(Subquery(staffed.values("n")), Value(0), output_field=IntegerField()),
        is_seen=Q(pk__in=seen),
    ).order_by("name", "pk")


def _wishes(day: date) -> dict[int, dict[Specialism, ProfileWish]]:
    """What is wished on ``day``, by cluster."""
    found: dict[int, dict[Specialism, ProfileWish]] = defaultdict(dict)
    for row in ProfileWish.objects.valid_on(day).select_related("specialism"):
        found[row.cluster_id][row.specialism] = row
    return found


def _lines(
    cluster: Cluster, shares: list[Share], wishes: dict[Specialism, ProfileWish]
) -> list[Line]:
    """A line per specialism that is wished or there, in the order of the list."""
    known = {each for share in shares for each in share.specialisms} | set(wishes)
    return [
        Line(
            cluster,
            specialism,
            wishes.get(specialism),
            [share for share in shares if specialism in share.specialisms],
        )
        for specialism in sorted(known, key=lambda each: (each.position, each.pk))
    ]
