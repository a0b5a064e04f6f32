"""Who worked in a team and left, and may still direct its dossiers; only reads (DS-18)."""

from collections.abc import Iterable
from datetime import date

from clusters.models import Membership, Role

Left = frozenset[tuple[int, int | None]]


def left_teams(day: date, team_ids: Iterable[int] | None = None) -> Left:
    """Pairs of an employee and a team whose wijkwerker that was; two queries."""
    rows = Membership.objects.filter(role=Role.TEAM_WORKER, valid_from__lte=day)
    running = Membership.objects.running(day).filter(role=Role.TEAM_WORKER)
    if team_ids is not None:
        teams = list(team_ids)
        rows, running = rows.filter(team_id__in=teams), running.filter(team_id__in=teams)
    names = ("user_id", "team_id")
    return frozenset(rows.values_list(*names)) - frozenset(running.values_list(*names))
