"""How often dossiers went to and fro, for the manager of a team; only reads (peers 4.17)."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from cases.handovers.lifecycle import HandoverState
from cases.handovers.models import Handover
from clusters.models import User
from common.weeks import midnight

S = HandoverState
WENT_OVER = (S.ACCEPTED, S.RETURNED)


@dataclass(frozen=True)
class Figures:
    """What became of the offers of one year; ``to_and_fro`` counts dossiers."""

    year: int
    offered: int
    accepted: int
    refused: int
    expired: int
    to_and_fro: int


def figures_for(user: User, at: datetime) -> Figures:
    """Of the teams of this manager, from and to; two queries."""
    begin = midnight(at.date().replace(month=1, day=1))
    rows = Handover.objects.visible_to(user).filter(offered_at__gte=begin)
    counted = rows.order_by().aggregate(
        offered=Count("pk"),
        accepted=Count("pk", filter=Q(state__in=WENT_OVER)),
        refused=Count("pk", filter=Q(state=S.REFUSED)),
        expired=Count("pk", filter=Q(state=S.EXPIRED)),
    )
    moved = rows.filter(state__in=WENT_OVER).order_by().values("file_id")
    twice = moved.annotate(times=Count("pk")).filter(times__gt=1)
    return Figures(year=begin.year, to_and_fro=twice.count(), **counted)
