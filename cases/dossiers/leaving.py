"""Who worked in a team and left, and may still direct its dossiers; only reads (DS-18)."""

from collections.abc import Iterable
from datetime import date

from cases.dossiers.models.files import WORKING_ROLES
from clusters.models import Membership

Left = frozenset[tuple[int, int | None]]


def left_teams(day: date, team_ids: Iterable[int] | None = None) -> Left:
    """Pairs of an employee and a team in whose dossiers that one worked; two queries."""
    rows = Membership.objects.filter(role__in=WORKING_ROLES, valid_from__lte=day)
    running = Membership.objects.running(day).filter(role__in=WORKING_ROLES)
    if team_ids is not None:
        teams = list(team_ids)
        rows, running = rows.filter(team_id__in=teams), running.filter(team_id__in=teams)
    names = ("user_id", "team_id")
    return frozenset(rows.values_list(*names)) - frozenset(running.values_list(*names))
