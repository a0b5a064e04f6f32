"""What goes between teams and how often, for the manager of a team; only reads (peers 4.17)."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Q, QuerySet

from cases.handovers.lifecycle import CAME_BACK, WAITING, HandoverState
from cases.handovers.models import Handover
from clusters.models import User
from common.weeks import midnight

S = HandoverState
WENT_OVER = (S.ACCEPTED, S.RETURNED)
SELECTIONS = {
    "wacht": "Wacht op antwoord",
    "terug": "Teruggekomen, nog niet gezien",
    "heen-en-weer": "Heen en weer dit jaar",
}
"""Lists of a manager that are counted; the last one shows each dossier once, at its last move."""


@dataclass(frozen=True)
class Figures:
    """What became of the offers of one year."""

    year: int
    offered: int
    accepted: int
    refused: int
    expired: int


def selection(code: str, user: User, at: datetime) -> Q:
    """Which hand-overs a list of ``SELECTIONS`` holds; one query object for number and list."""
    if code == "wacht":
        return Q(state__in=WAITING)
    if code == "terug":
        return Q(state__in=CAME_BACK, seen_at__isnull=True)
    rows = Handover.objects.visible_to(user).filter(offered_at__gte=_new_year(at))
    return to_and_fro(rows)


def to_and_fro(rows: QuerySet[Handover]) -> Q:
    """Of the dossiers that went over more than once among ``rows``: each at its last move."""
    moved = rows.filter(state__in=WENT_OVER).order_by().values("file_id")
    last = moved.annotate(times=Count("pk"), last=Max("pk")).filter(times__gt=1)
    return Q(pk__in=last.values("last"))


def counts_for(user: User, at: datetime) -> dict[str, int]:
    """How many hand-overs each list of ``SELECTIONS`` holds; one query."""
    asked = {
        code.replace("-", "_"): Count("pk", filter=selection(code, user, at)) for code in SELECTIONS
    }
    found = Handover.objects.visible_to(user).order_by().aggregate(**asked)
    return {code: found[code.replace("-", "_")] for code in SELECTIONS}


def figures_for(user: User, at: datetime) -> Figures:
    """Of the teams of this manager, from and to; one query."""
    begin = _new_year(at)
    rows = Handover.objects.visible_to(user).filter(offered_at__gte=begin)
    counted = rows.order_by().aggregate(
        offered=Count("pk"),
        accepted=Count("pk", filter=Q(state__in=WENT_OVER)),
        refused=Count("pk", filter=Q(state=S.REFUSED)),
        expired=Count("pk", filter=Q(state=S.EXPIRED)),
    )
    return Figures(year=begin.year, **counted)


def _new_year(at: datetime) -> datetime:
    return midnight(at.date().replace(month=1, day=1))
