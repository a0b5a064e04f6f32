"""Which team serves an address, and why: postcode → wijk → cluster → team (CLU-8, CLU-13)."""

import re
from dataclasses import dataclass
from datetime import date

from clusters.organisation.models import (
    Cluster,
    Neighbourhood,
    NeighbourhoodAssignment,
    PostcodeRule,
    Team,
    TeamKind,
)
from common.errors import RuleViolation
from common.periods import valid_q

POSTCODE = re.compile(r"[1-9][0-9]{3}(?:(?!SA|SD|SS)[A-Z]{2})?")
POSTCODE_EXAMPLE = "Vul een postcode in als 1315 AA, of alleen de vier cijfers."


@dataclass(frozen=True)
class Route:
    """Where a question from a place goes on a day; ``reason`` says in Dutch by which rule.

    ``cluster`` is where the question is counted, ``team`` who answers it; for the tenth cluster
    these two differ (CLU-8).
    """

    neighbourhood: Neighbourhood
    cluster: Cluster
    team: Team
    reason: str


def route_address(*, postcode: str | None, house_number: int | None, day: date) -> Route | None:
    """The route of an address; None when the table does not know it (choose by hand then).

    Raises RuleViolation on ``postcode`` when that is no Dutch postcode. Three queries at most.
    """
    if not postcode:
        return None
    normal = normalise_postcode(postcode)
    rule = PostcodeRule.objects.for_address(normal, house_number, day).first()
    if rule is None:
        return None
    place = normal if house_number is None else f"{normal} {house_number}"
    note = ", illustratief" if rule.is_illustrative else ""
    why = f"postcode {place} → {rule.neighbourhood} (regel {rule}{note})"
    return _follow(rule.neighbourhood_id, day, why)


def route_neighbourhood(*, neighbourhood_id: int, day: date) -> Route | None:
    """The route of a neighbourhood that was chosen by hand; None when it has no cluster or team.

    Two queries at most.
    """
    return _follow(neighbourhood_id, day, "")


def normalise_postcode(text: str) -> str:
    """``1315 aa`` as 1315AA and 1315 as 1315; RuleViolation for anything else."""
    normal = re.sub(r"\s", "", text).upper()
    if not POSTCODE.fullmatch(normal):
        raise RuleViolation(POSTCODE_EXAMPLE, field="postcode")
    return normal


def _follow(neighbourhood_id: int, day: date, why: str) -> Route | None:
    """From the neighbourhood on: its cluster on this day, and that cluster's team."""
    assignment = (
        NeighbourhoodAssignment.objects.valid_on(day)
        .filter(valid_q(day, "cluster__"), neighbourhood_id=neighbourhood_id)
        .select_related("neighbourhood", "cluster__routes_to")
        .first()
    )
    if assignment is None:
        return None
    cluster, neighbourhood = assignment.cluster, assignment.neighbourhood
    team, note = _team_of(cluster, day)
    if team is None:
        return None
    begin = why or f"wijk {neighbourhood} (met de hand gekozen)"
    return Route(neighbourhood, cluster, team, f"{begin} → cluster {cluster} → {team}{note}")


def _team_of(cluster: Cluster, day: date) -> tuple[Team | None, str]:
    """The team that serves ``cluster``, and what to add when it is not the cluster's own."""
    own = Team.objects.valid_on(day).filter(cluster=cluster, kind=TeamKind.WIJKTEAM)
    team = own.order_by("valid_from", "pk").first()
    if team is not None:
        return team, ""
    other = cluster.routes_to
    if other is None or not other.holds_on(day):
        return None, ""
    return other, "; dit cluster heeft geen eigen team"
